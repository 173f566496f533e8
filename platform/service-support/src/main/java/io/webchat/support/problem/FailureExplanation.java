package io.webchat.support.problem;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/**
 * Explains an exception that no handler expects, when the request itself knows why it failed: its time was over. Held
 * by the request as an attribute.
 */
@FunctionalInterface
public interface FailureExplanation {
    /**
     * Called once an exception has ended the handling of the request, before the answer is written: whatever could
     * disturb that (an interrupt) has to be over on return. Empty if the request knows nothing.
     */
    Optional<ProblemException> settle();

    /** Attaches this explanation to a request. */
    default void attachTo(HttpServletRequest request) {
        request.setAttribute(FailureExplanation.class.getName(), this);
    }

    static Optional<ProblemException> settle(HttpServletRequest request) {
        return request.getAttribute(FailureExplanation.class.getName()) instanceof FailureExplanation explanation
                ? explanation.settle()
                : Optional.empty();
    }
}
