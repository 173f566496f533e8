package io.webchat.client.load;

import java.util.Collection;

/** Percentiles of durations by nearest rank: each is a duration that occurred, never one in between. */
public final class Percentiles {
    private final long[] sorted;

    /** @param nanos the durations, at least one, in any order */
    public Percentiles(Collection<Long> nanos) {
        if (nanos.isEmpty()) {
            throw new IllegalArgumentException("durations: none (expected: at least one)");
        }
        this.sorted = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
    }

    /**
     * The duration that {@code percent} of 100 did not exceed, in milliseconds.
     *
     * @param percent 1 to 100
     */
    public double millis(int percent) {
        return Millis.of(sorted[Math.ceilDiv(sorted.length * percent, 100) - 1]);
    }
}
