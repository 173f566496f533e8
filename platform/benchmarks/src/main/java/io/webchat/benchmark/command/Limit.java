package io.webchat.benchmark.command;

/**
 * What the platform promises.
 *
 * @param figure which latency must not exceed it
 */
record Limit(Figure figure, double millis) {
    enum Figure {
        P50,
        P99
    }

    boolean holds(Latency latency) {
        return switch (figure) {
            case P50 -> latency.p50() <= millis;
            case P99 -> latency.p99() <= millis;
        };
    }
}
