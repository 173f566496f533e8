package io.webchat.client.smoke;

import io.webchat.client.load.Percentiles;
import java.util.Collection;

/**
 * How long something took, in milliseconds.
 *
 * @param p50 the median
 * @param p99 99 of 100 took no longer
 * @param limit what the median must not exceed
 * @param holds whether it does not
 */
record Latency(double p50, double p99, double limit, boolean holds) {

    static Latency of(Collection<Long> nanos, double limit) {
        var percentiles = new Percentiles(nanos);
        var p50 = percentiles.millis(50);
        return new Latency(p50, percentiles.millis(99), limit, p50 <= limit);
    }
}
