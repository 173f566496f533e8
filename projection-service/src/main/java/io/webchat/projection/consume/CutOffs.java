package io.webchat.projection.consume;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.webchat.log.Topic;
import io.webchat.projection.store.Generation;
import io.webchat.projection.store.ViewGenerations;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Notices that the log ends before what a view contains: its tail was lost, or its topic made anew under a running
 * service. Such a view is not what the log says, and never will be by itself, because it takes what comes under the
 * same offsets for what it has already. This is told for as long as that generation is read, though the log may have
 * grown beyond it meanwhile. To build and read another one is left to operators: the view may be the last place where
 * what was lost can still be found.
 *
 * <p><b>Limit.</b> A log that was cut off and has grown beyond the view's position before anybody looked, some seconds
 * later, is not told from one that was not; nor is one that did so before this instance was started. One thread looks;
 * what was found may be asked from any.
 */
@Component
public class CutOffs {
    /** A leader that has just become one may not know yet how far the log goes. */
    static final int LOOKS = 5;

    private static final Logger log = LoggerFactory.getLogger(CutOffs.class);
    private static final List<Integer> PARTITIONS =
            IntStream.range(0, Topic.PARTITIONS).boxed().toList();

    private final Map<View, Seen> seen = new ConcurrentHashMap<>();
    private final ViewGenerations generations;
    private final RecordPositions records;
    private final MeterRegistry meters;

    CutOffs(ViewGenerations generations, RecordPositions records, MeterRegistry meters) {
        this.generations = generations;
        this.records = records;
        this.meters = meters;
    }

    /**
     * What was found of a view.
     *
     * @param reached the positions of the generation that is read
     * @param looks how often in succession it was beyond an end of the log
     * @param cutOff the partitions in which it was, often enough to be certain
     */
    private record Seen(
            Generation generation,
            Map<Integer, Long> ends,
            Map<Integer, Long> reached,
            int looks,
            Set<Integer> cutOff) {}

    /**
     * Compares a view with the log.
     *
     * @param ends of the partitions of the log
     * @param reached by the generation that is read, asked after the ends, and so of use the next time
     */
    void look(View view, Map<Integer, Long> ends, Map<Integer, Long> reached) {
        var generation = generations.of(view.name()).liveGeneration();
        var before = seen.computeIfAbsent(view, this::watched);
        if (!before.generation().equals(generation)) {
            seen.put(view, new Seen(generation, ends, reached, 0, Set.of()));
            return;
        }
        var beyond = beyond(before.reached(), ends);
        var looks = beyond.isEmpty() ? 0 : before.looks() + 1;
        var cutOff = new TreeSet<>(before.cutOff());
        if (looks >= LOOKS && cutOff.addAll(beyond)) {
            log.error(
                    "{} contains what is no longer in the log, in partitions {} of {}: it has to be rebuilt",
                    generation.name(),
                    cutOff,
                    view.topic().topicName());
        }
        seen.put(view, new Seen(generation, ends, reached, looks, Set.copyOf(cutOff)));
    }

    /** In how many partitions the generation of a view that is read contains what is no longer in the log. */
    int of(View view) {
        var found = seen.get(view);
        return found == null ? 0 : found.cutOff().size();
    }

    /**
     * How far another generation has to get to be as far as the one that is read: where that one contains what is no
     * longer in the log, to where the log ended a moment ago.
     *
     * @param reached by the generation that is read
     */
    public Map<Integer, Long> attainable(View view, Map<Integer, Long> reached) {
        var found = seen.get(view);
        if (found == null || found.cutOff().isEmpty()) {
            return reached;
        }
        var attainable = new HashMap<>(reached);
        found.cutOff()
                .forEach(partition -> attainable.computeIfPresent(partition, (same, position) -> {
                    var end = found.ends().getOrDefault(partition, 0L);
                    return Math.min(position, records.before(view.topic(), partition, end));
                }));
        return attainable;
    }

    private Seen watched(View view) {
        Gauge.builder("webchat.projection.cut.off", () -> of(view))
                .description("Partitions in which a view contains what is no longer in the log")
                .tag("view", view.name())
                .register(meters);
        return new Seen(generations.of(view.name()).liveGeneration(), Map.of(), Map.of(), 0, Set.of());
    }

    private static Set<Integer> beyond(Map<Integer, Long> reached, Map<Integer, Long> ends) {
        return PARTITIONS.stream()
                .filter(partition -> reached.getOrDefault(partition, 0L) > ends.getOrDefault(partition, 0L))
                .collect(Collectors.toSet());
    }
}
