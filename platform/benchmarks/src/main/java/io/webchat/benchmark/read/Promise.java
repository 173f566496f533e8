package io.webchat.benchmark.read;

import io.webchat.benchmark.Latency;
import io.webchat.benchmark.Limit;
import io.webchat.benchmark.Limit.Figure;

/** What the platform promises about one kind of answer: a median, and five times that for 99 of 100. */
record Promise(Limit p50, Limit p99) {
    private static final int TIMES = 5;

    static Promise ofMedian(double millis) {
        return new Promise(new Limit(Figure.P50, millis), new Limit(Figure.P99, TIMES * millis));
    }

    boolean holds(Latency latency) {
        return p50.holds(latency) && p99.holds(latency);
    }
}
