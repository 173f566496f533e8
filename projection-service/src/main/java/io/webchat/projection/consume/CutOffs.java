package io.webchat.projection.consume;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.webchat.log.Topic;
import io.webchat.projection.store.Generation;
import io.webchat.projection.store.GenerationRouting;
import io.webchat.projection.store.ViewGenerations;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Notices that the log ends before what a view contains: its tail was lost, or its topic made anew under a running
 * service. Such a view is not what the log says, and never will be by itself, because it takes what comes under the
 * same offsets for what it has already. So it is told loudly, and another generation is built from the log and read as
 * soon as it has caught up; until then the former one answers, with what is no longer in the log. Every instance looks,
 * and what they decide is decided together.
 *
 * <p><b>Limit.</b> A log that was cut off and has grown beyond the view's position before anybody looked, some seconds
 * later, is not told from one that was not. For one thread, but for what it tells.
 */
@Component
class CutOffs {
    /** A leader that has just become one may not know yet how far the log goes. */
    static final int LOOKS = 5;

    private static final Logger log = LoggerFactory.getLogger(CutOffs.class);
    private static final List<Integer> PARTITIONS =
            IntStream.range(0, Topic.PARTITIONS).boxed().toList();

    private final Map<View, Seen> seen = new ConcurrentHashMap<>();
    private final ViewGenerations generations;
    private final ViewPositions positions;
    private final RecordPositions records;
    private final MeterRegistry meters;

    CutOffs(ViewGenerations generations, ViewPositions positions, RecordPositions records, MeterRegistry meters) {
        this.generations = generations;
        this.positions = positions;
        this.records = records;
        this.meters = meters;
    }

    /**
     * What was found of a view.
     *
     * @param reached the positions of the generation that is read
     * @param beyond the partitions in which it was beyond the end of the log
     * @param looks how often in succession there were any
     */
    private record Seen(Generation generation, Map<Integer, Long> reached, List<Integer> beyond, int looks) {
        boolean isCertain() {
            return looks >= LOOKS;
        }
    }

    /**
     * Compares a view with the log.
     *
     * @param ends of the partitions of the log
     * @param reached by the generation that is read, asked after the ends, and so of use the next time
     */
    void look(View view, Map<Integer, Long> ends, Map<Integer, Long> reached) {
        var generation = generations.of(view.name()).liveGeneration();
        var before = seen.computeIfAbsent(view, this::watched);
        var beyond = before.generation().equals(generation) ? beyond(before.reached(), ends) : List.<Integer>of();
        var now = new Seen(generation, reached, beyond, beyond.isEmpty() ? 0 : before.looks() + 1);
        seen.put(view, now);
        if (now.isCertain()) {
            if (now.looks() == LOOKS) {
                log.error(
                        "{} contains what is no longer in the log, in partitions {} of {}: building it anew",
                        generation.name(),
                        beyond,
                        view.topic().topicName());
            }
            buildAnew(view, ends, beyond);
        }
    }

    /** In how many partitions a view contains what is no longer in the log. */
    int of(View view) {
        var found = seen.get(view);
        return found != null && found.isCertain() ? found.beyond().size() : 0;
    }

    private Seen watched(View view) {
        Gauge.builder("webchat.projection.cut.off", () -> of(view))
                .description("Partitions in which a view contains what is no longer in the log")
                .tag("view", view.name())
                .register(meters);
        return new Seen(generations.of(view.name()).liveGeneration(), Map.of(), List.of(), 0);
    }

    private static List<Integer> beyond(Map<Integer, Long> reached, Map<Integer, Long> ends) {
        return PARTITIONS.stream()
                .filter(partition -> reached.getOrDefault(partition, 0L) > ends.getOrDefault(partition, 0L))
                .toList();
    }

    private void buildAnew(View view, Map<Integer, Long> ends, List<Integer> cutOff) {
        var state = generations.begin(view.name());
        var building = new Generation(view.name(), Objects.requireNonNull(state.building()));
        var reached = GenerationRouting.call(building, () -> positions.stored(view, PARTITIONS));
        if (beyond(reached, ends).stream().anyMatch(cutOff::contains)) {
            // It was begun before.
            generations.stop(view.name());
        } else if (PARTITIONS.stream().allMatch(partition -> isAt(view, partition, ends, reached))) {
            generations.switchOver(building);
            generations.drop(view.name());
            log.warn("{} is read from now on", building.name());
        }
    }

    private boolean isAt(View view, int partition, Map<Integer, Long> ends, Map<Integer, Long> reached) {
        var end = records.before(view.topic(), partition, ends.getOrDefault(partition, 0L));
        return reached.getOrDefault(partition, 0L) >= end;
    }
}
