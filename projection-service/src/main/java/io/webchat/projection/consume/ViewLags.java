package io.webchat.projection.consume;

import io.webchat.log.Topic;
import io.webchat.projection.store.Generation;
import io.webchat.projection.store.GenerationRouting;
import io.webchat.support.log.LogClients;
import io.webchat.support.log.LogPeek;
import io.webchat.support.problem.ProblemException;
import io.webchat.support.problem.ProblemType;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * How far behind the log generations of views are, whoever consumes: the positions in the store against the ends of the
 * log. Every instance says the same, but for rates, which each takes from what it was asked before. Safe from any
 * thread, one of which looks at a time.
 */
@Component
public class ViewLags implements DisposableBean {
    private static final Logger log = LoggerFactory.getLogger(ViewLags.class);
    private static final Duration ENDS = Duration.ofSeconds(5);
    private static final Duration PEEK = Duration.ofMillis(500);
    private static final Duration RETRY = Duration.ofSeconds(2);

    private final LogClients clients;
    private final ViewPositions positions;
    private final RecordPositions records;
    private final Clock clock;
    private final ViewRates rates = new ViewRates();
    private final ReentrantLock turn = new ReentrantLock();

    /** Guarded by the turn. */
    private @Nullable LogPeek peek;

    ViewLags(LogClients clients, ViewPositions positions, RecordPositions records, Clock clock) {
        this.clients = clients;
        this.positions = positions;
        this.records = records;
        this.clock = clock;
    }

    /** A generation of a view. */
    public record Watched(View view, Generation generation) {}

    /**
     * A partition.
     *
     * @param position everything before it is in the view
     * @param end where the last record of the partition ended when it was asked
     * @param records how many offsets lie between the two; 0 if there is no record among them
     * @param seconds the age of the first record that is not in the view; 0 if there is none, null if the brokers did
     *     not give it in time
     * @param rate offsets a second by which the position has moved of late, the markers of transactions among them;
     *     null if this instance was not asked before
     */
    public record PartitionLag(
            int partition,
            long position,
            long end,
            long records,
            @Nullable Double seconds,
            @Nullable Double rate) {}

    /** Those of all partitions, in order. Throws {@code log-unavailable} (503) if the brokers do not answer. */
    public Map<Generation, List<PartitionLag>> look(Collection<Watched> watched) {
        turn.lock();
        try {
            if (peek == null) {
                peek = clients.peek();
            }
            return look(watched, peek);
        } catch (KafkaException e) {
            log.warn("the brokers do not say where the log ends: {}", e.toString());
            close();
            throw new ProblemException(ProblemType.LOG_UNAVAILABLE, "Kafka does not say where the log ends.")
                    .retryAfter(RETRY);
        } finally {
            turn.unlock();
        }
    }

    private Map<Generation, List<PartitionLag>> look(Collection<Watched> watched, LogPeek at) {
        var places = new HashSet<TopicPartition>();
        watched.forEach(one -> partitions().forEach(partition -> places.add(in(one.view(), partition))));
        // First the positions, so that none lies beyond the end.
        var stored = new HashMap<Generation, Map<Integer, Long>>();
        watched.forEach(one -> stored.put(one.generation(), stored(one)));
        var ends = new HashMap<>(at.ends(places, ENDS));
        // No view gets past the marker of a transaction before the next record.
        watched.forEach(one -> partitions()
                .forEach(partition -> ends.computeIfPresent(
                        in(one.view(), partition),
                        (place, end) -> records.before(one.view().topic(), partition, end))));
        var result = new HashMap<Generation, List<PartitionLag>>();
        watched.forEach(one -> {
            var position = stored.getOrDefault(one.generation(), Map.of());
            result.put(one.generation(), lags(one, position, ends, at));
        });
        return result;
    }

    private Map<Integer, Long> stored(Watched one) {
        var known = GenerationRouting.call(
                one.generation(),
                () -> positions.stored(one.view(), partitions().boxed().toList()));
        return partitions()
                .boxed()
                .collect(Collectors.toMap(partition -> partition, partition -> known.getOrDefault(partition, 0L)));
    }

    private List<PartitionLag> lags(
            Watched one, Map<Integer, Long> stored, Map<TopicPartition, Long> ends, LogPeek at) {
        var offsets = new HashMap<TopicPartition, Long>();
        partitions().forEach(partition -> offsets.put(in(one.view(), partition), stored.getOrDefault(partition, 0L)));
        var since = at.firstTimestamps(offsets, ends, PEEK);
        var moved = rates.of(one.generation(), stored, System.nanoTime());
        return partitions()
                .mapToObj(partition -> {
                    var place = in(one.view(), partition);
                    var position = stored.getOrDefault(partition, 0L);
                    var end = Math.max(position, ends.getOrDefault(place, 0L));
                    var first = since.get(place);
                    return first == null
                            ? new PartitionLag(partition, position, end, 0, 0.0, moved.get(partition))
                            : new PartitionLag(
                                    partition, position, end, end - position, age(first), moved.get(partition));
                })
                .toList();
    }

    private @Nullable Double age(long timestamp) {
        return timestamp == LogPeek.UNKNOWN ? null : (Double) (Math.max(0, clock.millis() - timestamp) / 1_000.0);
    }

    private void close() {
        if (peek != null) {
            peek.close();
            peek = null;
        }
    }

    @Override
    public void destroy() {
        turn.lock();
        try {
            close();
        } finally {
            turn.unlock();
        }
    }

    private static IntStream partitions() {
        return IntStream.range(0, Topic.PARTITIONS);
    }

    private static TopicPartition in(View view, int partition) {
        return new TopicPartition(view.topic().topicName(), partition);
    }
}
