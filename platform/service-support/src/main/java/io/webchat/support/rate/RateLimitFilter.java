package io.webchat.support.rate;

import io.github.bucket4j.ConsumptionProbe;
import io.webchat.support.problem.ProblemException;
import io.webchat.support.problem.ProblemResolver;
import io.webchat.support.problem.ProblemType;
import io.webchat.support.token.AuthenticatedUser;
import io.webchat.support.token.Callers;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses who makes more requests than they may. It comes before tokens are demanded, so that guessing them counts as
 * well; who is refused costs a look into their bucket and nothing else.
 */
final class RateLimitFilter extends OncePerRequestFilter {
    private final RateLimiter limiter;
    private final RateLimitProperties allowances;
    private final Callers callers;
    private final ProblemResolver problems;

    RateLimitFilter(RateLimiter limiter, RateLimitProperties allowances, Callers callers, ProblemResolver problems) {
        this.limiter = limiter;
        this.allowances = allowances;
        this.callers = callers;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var caller = callers.valid(request);
        var route = RouteTable.classOf(request, caller.isPresent());
        if (route.isEmpty() || isGranted(route.get(), caller, request, response)) {
            chain.doFilter(request, response);
        }
    }

    private boolean isGranted(
            RouteClass route,
            Optional<AuthenticatedUser> caller,
            HttpServletRequest request,
            HttpServletResponse response) {
        var allowance = allowances.of(route);
        var decision = limiter.take(route, subject(route, caller, request));
        RateLimitHeaders.write(response, route, allowance, decision);
        if (!decision.isConsumed()) {
            problems.answer(request, response, tooMany(route, allowance, decision));
        }
        return decision.isConsumed();
    }

    private static String subject(RouteClass route, Optional<AuthenticatedUser> caller, HttpServletRequest request) {
        return route.isByAddress() || caller.isEmpty()
                ? "address:" + ClientNetwork.of(request.getRemoteAddr())
                : "user:" + caller.get().userId();
    }

    private static ProblemException tooMany(RouteClass route, Allowance allowance, ConsumptionProbe decision) {
        var detail = "More requests of the kind \"%s\" come from %s than are served: %d in %d seconds."
                .formatted(
                        route.policy(),
                        route.isByAddress() ? "your address" : "you",
                        allowance.requests(),
                        allowance.over().toSeconds());
        return new ProblemException(ProblemType.TOO_MANY_REQUESTS, detail)
                .retryAfter(RateLimitHeaders.untilMore(allowance, decision));
    }
}
