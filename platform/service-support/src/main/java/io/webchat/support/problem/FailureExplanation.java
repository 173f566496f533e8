package io.webchat.support.problem;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/**
 * Explains an exception that no handler expects, when the request itself knows why it failed: its time was over. Held
 * by the request as an attribute.
 */
@FunctionalInterface
public interface FailureExplanation {
    /** Empty if the exception is unexpected indeed. */
    Optional<ProblemException> explain();

    /** Attaches this explanation to a request. */
    default void attachTo(HttpServletRequest request) {
        request.setAttribute(FailureExplanation.class.getName(), this);
    }

    static Optional<ProblemException> explain(HttpServletRequest request) {
        return request.getAttribute(FailureExplanation.class.getName()) instanceof FailureExplanation explanation
                ? explanation.explain()
                : Optional.empty();
    }
}
