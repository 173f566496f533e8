package io.webchat.client.smoke;

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
        var sorted = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
        var p50 = Millis.of(percentile(sorted, 50));
        return new Latency(p50, Millis.of(percentile(sorted, 99)), limit, p50 <= limit);
    }

    /** Nearest rank: a value that occurred, never one in between. */
    private static long percentile(long[] sorted, int percent) {
        return sorted[Math.ceilDiv(sorted.length * percent, 100) - 1];
    }
}
