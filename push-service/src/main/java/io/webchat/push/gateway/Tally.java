package io.webchat.push.gateway;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How many connections there are of each, bounded. Safe from any thread.
 *
 * @param <K> what they are counted by
 */
final class Tally<K> {
    private final Map<K, Integer> counts = new ConcurrentHashMap<>();
    private final int max;

    Tally(int max) {
        this.max = max;
    }

    /** Counts one more; false, and it is not counted, if there are as many as there may be. */
    boolean take(K key) {
        var counted = new boolean[1];
        counts.compute(key, (k, count) -> {
            var before = count == null ? 0 : count;
            counted[0] = before < max;
            return counted[0] ? Integer.valueOf(before + 1) : count;
        });
        return counted[0];
    }

    /** Counts one less. */
    void giveBack(K key) {
        counts.computeIfPresent(key, (k, count) -> count == 1 ? null : count - 1);
    }
}
