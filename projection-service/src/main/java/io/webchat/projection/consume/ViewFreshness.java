package io.webchat.projection.consume;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.webchat.log.Topic;
import io.webchat.log.replica.StructureReplica;
import io.webchat.support.consistency.ConsistencyToken;
import io.webchat.support.problem.ProblemException;
import io.webchat.support.problem.ProblemType;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/**
 * Read your own writes: a query that carries a consistency token waits, at most a second, until the view it reads
 * contains what the token covers. A query without one is answered at once, from a view that may be some milliseconds
 * behind.
 */
@Component
public class ViewFreshness {
    private static final Duration LIMIT = Duration.ofSeconds(1);

    private final ViewPositions positions;
    private final StructureReplica structure;
    private final MeterRegistry meters;

    ViewFreshness(ViewPositions positions, StructureReplica structure, MeterRegistry meters) {
        this.positions = positions;
        this.structure = structure;
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
        var demands = partitions
                .boxed()
                .flatMap(partition -> caller.nextOffset(view.topic().stream(partition)).stream()
                        .mapToObj(nextOffset -> new Demand(partition, nextOffset)))
                .toList();
        if (!demands.isEmpty() && !await(view, demands)) {
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

    /**
     * A position may lie behind the marker of a transaction, which is no record: a view that counts records never gets
     * past it. The replica, which has read up to there, knows where the last record is.
     */
    private long recordsBefore(View view, Demand demand) {
        return view.topic() == Topic.STRUCTURE && structure.tail().position(demand.partition()) >= demand.nextOffset()
                ? Math.min(demand.nextOffset(), structure.recordPosition(demand.partition()))
                : demand.nextOffset();
    }

    /** {@code view-behind} (503), to be asked again in a second. */
    public static ProblemException behind(String detail) {
        return new ProblemException(ProblemType.VIEW_BEHIND, detail).retryAfter(Duration.ofSeconds(1));
    }
}
