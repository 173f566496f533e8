package io.webchat.benchmark;

/**
 * What the platform promises.
 *
 * @param figure which latency must not exceed it
 */
public record Limit(Figure figure, double millis) {
    public enum Figure {
        P50,
        P99
    }

    public boolean holds(Latency latency) {
        return switch (figure) {
            case P50 -> latency.p50() <= millis;
            case P99 -> latency.p99() <= millis;
        };
    }
}
