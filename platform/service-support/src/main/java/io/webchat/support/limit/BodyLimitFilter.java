package io.webchat.support.limit;

import io.webchat.support.problem.ProblemException;
import io.webchat.support.problem.ProblemResolver;
import io.webchat.support.problem.ProblemType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses a body that is too large: at once if it says so, else as soon as it turns out to be. */
final class BodyLimitFilter extends OncePerRequestFilter {
    private final RequestLimits limits;
    private final ProblemResolver problems;

    BodyLimitFilter(RequestLimits limits, ProblemResolver problems) {
        this.limits = limits;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var limit = limits.maxBody(request);
        if (request.getContentLengthLong() > limit.toBytes()) {
            problems.answer(request, response, tooLarge(limit));
        } else {
            chain.doFilter(BodyRequest.limitedInSize(request, limit), response);
        }
    }

    static ProblemException tooLarge(DataSize limit) {
        return new ProblemException(
                ProblemType.BODY_TOO_LARGE, "The body is larger than " + limit.toBytes() + " bytes.");
    }
}
