package io.webchat.support.limit;

import io.webchat.support.problem.ProblemException;
import io.webchat.support.problem.ProblemResolver;
import io.webchat.support.problem.ProblemType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses a body that is too large: at once if it says so, else as soon as it turns out to be. One for which there is
 * no room beside the others waits, and is refused for now if there is none in time.
 */
final class BodyLimitFilter extends OncePerRequestFilter {
    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    private final RequestLimits limits;
    private final BodyRoom room;
    private final ProblemResolver problems;

    BodyLimitFilter(RequestLimits limits, ProblemResolver problems) {
        this.limits = limits;
        this.room = limits.room();
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var limit = limits.maxBody(request);
        if (request.getContentLengthLong() > limit.toBytes()) {
            problems.answer(request, response, tooLarge(limit));
            return;
        }
        var needed = limits.roomFor(request);
        if (!room.take(needed)) {
            problems.answer(request, response, noRoom());
            return;
        }
        try {
            chain.doFilter(BodyRequest.limitedInSize(request, limit), response);
        } finally {
            room.giveBack(needed);
        }
    }

    private static ProblemException noRoom() {
        return new ProblemException(ProblemType.OVERLOADED, "Too many large bodies are arriving at the moment.")
                .retryAfter(RETRY_AFTER);
    }

    static ProblemException tooLarge(DataSize limit) {
        return new ProblemException(
                ProblemType.BODY_TOO_LARGE, "The body is larger than " + limit.toBytes() + " bytes.");
    }
}
