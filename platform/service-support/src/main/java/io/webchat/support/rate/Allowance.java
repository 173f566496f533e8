package io.webchat.support.rate;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.BucketConfiguration;
import java.time.Duration;
import org.springframework.util.Assert;

/**
 * What a bucket holds: so many requests may be made at once, and as many again over each such time, evenly.
 *
 * @param over a whole number of seconds, because that is what clients are told
 */
record Allowance(int requests, Duration over) {
    Allowance {
        Assert.isTrue(requests > 0, "requests of a rate limit: " + requests + " (expected: > 0)");
        Assert.isTrue(
                over.isPositive() && over.toNanosPart() == 0,
                "time of a rate limit: " + over + " (expected: whole seconds, > 0)");
    }

    /** How long it takes until one more may be made. */
    Duration perRequest() {
        return over.dividedBy(requests);
    }

    Bandwidth bandwidth() {
        return Bandwidth.builder()
                .capacity(requests)
                .refillGreedy(requests, over)
                .build();
    }

    BucketConfiguration configuration() {
        return BucketConfiguration.builder().addLimit(bandwidth()).build();
    }
}
