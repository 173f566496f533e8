package io.webchat.benchmark;

import io.webchat.client.load.Percentiles;
import java.util.Collection;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Milliseconds until calls had been answered: half, and 99 of 100, took no longer. Calls at a rate count from when they
 * were due, those of a closed loop from when they were made.
 */
public record Latency(double p50, double p99) {

    public static Latency of(Collection<Long> nanos) {
        var percentiles = new Percentiles(nanos);
        return new Latency(percentiles.millis(50), percentiles.millis(99));
    }

    /** The median of each figure: one round in which the machine was busy with something else does not decide. */
    public static Latency median(List<Latency> rounds) {
        return new Latency(median(rounds, Latency::p50), median(rounds, Latency::p99));
    }

    private static double median(List<Latency> rounds, ToDoubleFunction<Latency> figure) {
        var sorted = rounds.stream().mapToDouble(figure).sorted().toArray();
        return sorted[(sorted.length - 1) / 2];
    }
}
