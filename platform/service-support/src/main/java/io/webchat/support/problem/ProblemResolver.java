package io.webchat.support.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** Lets a servlet filter answer with a problem, in the same way and the same shape as a controller. */
public final class ProblemResolver {
    private final ObjectProvider<HandlerExceptionResolver> resolver;

    /**
     * Makes a resolver.
     *
     * @param resolver looked up late, because filters come into being before Spring MVC does
     */
    ProblemResolver(ObjectProvider<HandlerExceptionResolver> resolver) {
        this.resolver = resolver;
    }

    /** Writes the answer; the caller must not go on with the chain. */
    public void answer(HttpServletRequest request, HttpServletResponse response, ProblemException problem) {
        resolver.getObject().resolveException(request, response, null, problem);
    }
}
