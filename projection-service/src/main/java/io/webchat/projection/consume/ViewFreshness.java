package io.webchat.projection.consume;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.webchat.log.Topic;
import io.webchat.support.consistency.ConsistencyToken;
import io.webchat.support.consistency.ViewAge;
import io.webchat.support.problem.ProblemException;
import io.webchat.support.problem.ProblemType;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/**
 * Read your own writes: a query that carries a consistency token waits, at most a second, until the view it reads
 * contains what the token covers. A query without one is answered at once, from a view that may be some milliseconds
 * behind, and says how old that is ({@link ViewAge}).
 */
@Component
public class ViewFreshness {
    private static final Duration LIMIT = Duration.ofSeconds(1);

    private final ViewPositions positions;
    private final RecordPositions records;
    private final ViewAges ages;
    private final MeterRegistry meters;

    ViewFreshness(ViewPositions positions, RecordPositions records, ViewAges ages, MeterRegistry meters) {
        this.positions = positions;
        this.records = records;
        this.ages = ages;
        this.meters = meters;
    }

    private record Demand(int partition, long nextOffset) {}

    /** Waits for one partition. Throws {@code view-behind} (503) if the view does not get there. */
    public void await(View view, int partition, ConsistencyToken caller) {
        await(view, IntStream.of(partition), caller);
    }

    /**
     * Waits for every partition that the token names. Throws {@code view-behind} (503) if the view does not get there.
     */
    public void await(View view, ConsistencyToken caller) {
        await(view, IntStream.range(0, Topic.PARTITIONS), caller);
    }

    private void await(View view, IntStream partitions, ConsistencyToken caller) {
        var wanted = partitions.boxed().toList();
        var demands = wanted.stream()
                .flatMap(partition -> caller.nextOffset(view.topic().stream(partition)).stream()
                        .mapToObj(nextOffset -> new Demand(partition, nextOffset)))
                .toList();
        if (demands.isEmpty()) {
            ages.of(view, wanted).ifPresent(ViewAge::tell);
        } else if (!await(view, demands)) {
            throw behind("The view does not contain your last change yet.");
        }
    }

    private boolean await(View view, List<Demand> demands) {
        var wait = Timer.start(meters);
        var deadline = System.nanoTime() + LIMIT.toNanos();
        var reached = demands.stream()
                .allMatch(demand ->
                        positions.await(view, demand.partition(), () -> recordsBefore(view, demand), deadline));
        wait.stop(meters.timer(
                "webchat.projection.consistency.wait", "view", view.name(), "reached", Boolean.toString(reached)));
        return reached;
    }

    private long recordsBefore(View view, Demand demand) {
        return records.before(view.topic(), demand.partition(), demand.nextOffset());
    }

    /** {@code view-behind} (503), to be asked again in a second. */
    public static ProblemException behind(String detail) {
        return new ProblemException(ProblemType.VIEW_BEHIND, detail).retryAfter(Duration.ofSeconds(1));
    }
}
