package io.webchat.support.rate;

import io.github.bucket4j.ConsumptionProbe;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;

/**
 * Tells a client how much it may still do, as draft-ietf-httpapi-ratelimit-headers-10 says: <code>
 * RateLimit-Policy: "sends";q=600;w=60</code>, what the bucket holds and over which time, and <code>
 * RateLimit: "sends";r=599;t=1</code>, what is left in it and after how many seconds there is more.
 */
final class RateLimitHeaders {
    static final String POLICY = "RateLimit-Policy";
    static final String REMAINING = "RateLimit";

    private RateLimitHeaders() {}

    static void write(HttpServletResponse response, RouteClass route, Allowance allowance, ConsumptionProbe decision) {
        response.setHeader(
                POLICY,
                "\"%s\";q=%d;w=%d"
                        .formatted(
                                route.policy(),
                                allowance.requests(),
                                allowance.over().toSeconds()));
        response.setHeader(
                REMAINING,
                "\"%s\";r=%d;t=%d"
                        .formatted(
                                route.policy(),
                                decision.getRemainingTokens(),
                                untilMore(allowance, decision).toSeconds()));
    }

    /** In whole seconds, rounded up: whoever comes back then gets through. */
    static Duration untilMore(Allowance allowance, ConsumptionProbe decision) {
        var nanos = decision.isConsumed()
                ? Math.min(
                        decision.getNanosToWaitForReset(),
                        allowance.perRequest().toNanos())
                : decision.getNanosToWaitForRefill();
        return Duration.ofSeconds(Math.ceilDiv(nanos, Duration.ofSeconds(1).toNanos()));
    }
}
