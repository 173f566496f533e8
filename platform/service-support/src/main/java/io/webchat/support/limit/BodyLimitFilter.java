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
    private final DataSize limit;
    private final ProblemResolver problems;

    BodyLimitFilter(DataSize limit, ProblemResolver problems) {
        this.limit = limit;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
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
