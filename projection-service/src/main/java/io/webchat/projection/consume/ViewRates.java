package io.webchat.projection.consume;

import io.webchat.projection.store.Generation;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/**
 * How quickly positions move: what they are now against what they were up to {@link #WINDOW} ago. Times are those of
 * {@link System#nanoTime}. For one thread at a time.
 */
final class ViewRates {
    static final Duration WINDOW = Duration.ofSeconds(15);

    /** What is nearer says little. */
    static final Duration SHORTEST = Duration.ofSeconds(1);

    private final Map<Generation, Deque<Sample>> samples = new HashMap<>();

    private record Sample(Map<Integer, Long> positions, long nanoTime) {}

    /** Offsets a second, by partition; empty if nothing is known of before. */
    Map<Integer, Double> of(Generation generation, Map<Integer, Long> positions, long nanoTime) {
        samples.values().removeIf(each -> nanoTime - each.getLast().nanoTime() > WINDOW.toNanos());
        var earlier = samples.computeIfAbsent(generation, any -> new ArrayDeque<>());
        while (!earlier.isEmpty() && nanoTime - earlier.getFirst().nanoTime() > WINDOW.toNanos()) {
            earlier.removeFirst();
        }
        var rates = new HashMap<Integer, Double>();
        var first = earlier.peekFirst();
        if (first != null && nanoTime - first.nanoTime() >= SHORTEST.toNanos()) {
            var seconds = (nanoTime - first.nanoTime()) / 1e9;
            // What the store has lost moves a position back, and is read again.
            positions.forEach((partition, position) -> rates.put(
                    partition, Math.max(0, position - first.positions().getOrDefault(partition, 0L)) / seconds));
        }
        var last = earlier.peekLast();
        if (last == null || nanoTime - last.nanoTime() >= SHORTEST.toNanos()) {
            earlier.addLast(new Sample(Map.copyOf(positions), nanoTime));
        }
        return rates;
    }
}
