package io.webchat.projection.cache;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/** How often a cache had what was asked for. */
final class CacheMetrics {
    private final Counter hits;
    private final Counter misses;

    CacheMetrics(String cache, MeterRegistry meters) {
        hits = meters.counter("webchat.cache.requests", "cache", cache, "result", "hit");
        misses = meters.counter("webchat.cache.requests", "cache", cache, "result", "miss");
    }

    void hit() {
        hits.increment();
    }

    void miss() {
        misses.increment();
    }
}
