package io.webchat.projection.consume;

import io.micrometer.core.instrument.MeterRegistry;
import io.webchat.log.Topic;
import io.webchat.log.replica.StructureReplica;
import io.webchat.support.consistency.ConsistencyToken;
import io.webchat.support.problem.ProblemException;
import io.webchat.support.problem.ProblemType;
import java.time.Duration;
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

    /** Waits for one partition. Throws {@code view-behind} (503) if the view does not get there. */
    public void await(Projection<?> view, int partition, ConsistencyToken caller) {
        await(view, IntStream.of(partition), caller);
    }

    /**
     * Waits for every partition that the token names. Throws {@code view-behind} (503) if the view does not get there.
     */
    public void await(Projection<?> view, ConsistencyToken caller) {
        await(view, IntStream.range(0, Topic.PARTITIONS), caller);
    }

    private void await(Projection<?> view, IntStream partitions, ConsistencyToken caller) {
        var began = System.nanoTime();
        var deadline = began + LIMIT.toNanos();
        var reached = partitions.allMatch(partition -> caller.nextOffset(view.topic().stream(partition)).stream()
                .allMatch(demanded -> positions.await(
                        view.name(),
                        view.topic(),
                        partition,
                        recordsBefore(view.topic(), partition, demanded),
                        deadline)));
        meters.timer("webchat.projection.consistency.wait", "view", view.name(), "reached", Boolean.toString(reached))
                .record(Duration.ofNanos(System.nanoTime() - began));
        if (!reached) {
            throw new ProblemException(ProblemType.VIEW_BEHIND, "The view does not contain your last change yet.")
                    .retryAfter(Duration.ofSeconds(1));
        }
    }

    /**
     * A position may lie behind the marker of a transaction, which is no record: a view that counts records never gets
     * past it. The replica, which has read up to there, knows where the last record is.
     */
    private long recordsBefore(Topic topic, int partition, long demanded) {
        var tail = structure.tail();
        return topic == Topic.STRUCTURE && tail.position(partition) >= demanded
                ? Math.min(demanded, tail.recordPosition(partition))
                : demanded;
    }
}
