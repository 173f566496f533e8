package io.webchat.support.limit;

import io.webchat.support.problem.ProblemResolver;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.springframework.web.filter.OncePerRequestFilter;

/** Cuts a request off when its time is over. */
final class TimeLimitFilter extends OncePerRequestFilter {
    private final RequestLimits limits;
    private final ScheduledExecutorService timer;
    private final ProblemResolver problems;

    TimeLimitFilter(RequestLimits limits, ScheduledExecutorService timer, ProblemResolver problems) {
        this.limits = limits;
        this.timer = timer;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var deadline = new RequestDeadline(Thread.currentThread());
        deadline.attachTo(request);
        var limit = limits.requestTime(request);
        var expiry = timer.schedule(deadline::expire, limit.toMillis(), TimeUnit.MILLISECONDS);
        try {
            chain.doFilter(BodyRequest.limitedInTime(request, deadline), response);
        } catch (ServletException | IOException | RuntimeException e) {
            if (!deadline.expired() || response.isCommitted()) {
                throw e;
            }
            deadline.finish();
            problems.answer(request, response, RequestDeadline.requestTimeout());
        } finally {
            expiry.cancel(false);
            deadline.finish();
        }
    }
}
