package io.webchat.support.rate;

import io.github.bucket4j.ConsumptionProbe;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides whether one more request may be made, and counts its decisions. Asks the shared buckets, and for a second
 * after they have failed the local ones. Safe from any thread; takes a few milliseconds, and never longer than the
 * patience with Redis.
 */
final class RateLimiter {
    static final String DECISIONS = "webchat.rate.limit.decisions";

    private static final Logger log = LoggerFactory.getLogger(RateLimiter.class);
    private static final long REST_NANOS = Duration.ofSeconds(1).toNanos();

    private final RateLimitProperties allowances;
    private final Buckets shared;
    private final Buckets local;
    private final MeterRegistry meters;
    private final AtomicLong restUntil = new AtomicLong(System.nanoTime());

    RateLimiter(RateLimitProperties allowances, Buckets shared, Buckets local, MeterRegistry meters) {
        this.allowances = allowances;
        this.shared = shared;
        this.local = local;
        this.meters = meters;
    }

    /** Takes one request out of the bucket of somebody, if there is one left. */
    ConsumptionProbe take(RouteClass route, String subject) {
        return take(route.policy(), allowances.of(route), subject);
    }

    /** The same for what is no class of routes. */
    ConsumptionProbe take(String policy, Allowance allowance, String subject) {
        // Another allowance means other buckets: those of before would go on as they were made.
        var key = "webchat:rate:" + policy + ":" + allowance.requests() + "/"
                + allowance.over().toSeconds() + ":" + subject;
        if (restUntil.get() - System.nanoTime() <= 0) {
            try {
                return counted(policy, "shared", shared.of(key, allowance).tryConsumeAndReturnRemaining(1));
            } catch (RuntimeException e) {
                // Whatever it is: a request must not fail because it cannot be counted.
                restUntil.set(System.nanoTime() + REST_NANOS);
                log.debug("counting without Redis", e);
            }
        }
        return counted(policy, "local", local.of(key, allowance).tryConsumeAndReturnRemaining(1));
    }

    private ConsumptionProbe counted(String policy, String buckets, ConsumptionProbe decision) {
        var outcome = decision.isConsumed() ? "granted" : "refused";
        meters.counter(DECISIONS, "class", policy, "outcome", outcome, "buckets", buckets)
                .increment();
        return decision;
    }
}
