package io.webchat.projection.consume;

import com.mongodb.MongoException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.kafka.listener.BatchConsumerAwareMessageListener;
import org.springframework.kafka.listener.ConsumerAwareRebalanceListener;
import org.springframework.kafka.listener.ConsumerSeekAware;

/**
 * Brings the log into one view, a part of one partition at a time, and remembers the positions.
 *
 * <p>When the store fails, the exception leaves this listener and the same records come again, for ever: order is kept
 * and nothing is skipped. A store that comes back from a crash without its last writes is noticed by its position,
 * before the next records or, where none come, {@link #IDLE_CHECK} later: what it has lost is read again.
 *
 * <p>Called by the thread of its consumer alone.
 */
final class ProjectionListener
        implements BatchConsumerAwareMessageListener<byte[], byte[]>,
                ConsumerAwareRebalanceListener,
                ConsumerSeekAware {
    static final Duration IDLE_CHECK = Duration.ofSeconds(5);

    private static final Logger log = LoggerFactory.getLogger(ProjectionListener.class);

    private final View view;
    private final TolerantProjection<?> projection;
    private final ViewPositions positions;
    private final ViewMetrics metrics;

    /** Up to where each partition is in the view; missing until the store has been asked. */
    private final Map<TopicPartition, Long> reached = new HashMap<>();

    private volatile @Nullable RuntimeException failure;

    ProjectionListener(View view, TolerantProjection<?> projection, ViewPositions positions, ViewMetrics metrics) {
        this.view = view;
        this.projection = projection;
        this.positions = positions;
        this.metrics = metrics;
    }

    /** Why the records at hand are being tried again; null when all is well. */
    @Nullable
    RuntimeException failure() {
        return failure;
    }

    /**
     * Seeks to the store's position. Kafka fetches nothing of a partition before this callback returns, so the first
     * records that arrive are the right ones.
     */
    @Override
    public void onPartitionsAssigned(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        for (var partition : partitions) {
            reached.remove(partition);
            try {
                seek(partition, consumer);
            } catch (DataAccessException | MongoException e) {
                // Any record will do to come back to: from it on, the store is asked until it answers.
                log.warn("{} does not know where to resume {}: {}", view.name(), partition, e.toString());
                consumer.seekToBeginning(List.of(partition));
            }
        }
    }

    private void seek(TopicPartition partition, Consumer<?, ?> consumer) {
        var stored = positions.stored(view, partition.partition());
        consumer.seek(partition, stored);
        reached.put(partition, stored);
    }

    /** Both kinds of listener that this one is have such a method; the other two below do the work. */
    @Override
    public void onPartitionsRevoked(@Nullable Collection<TopicPartition> partitions) {}

    @Override
    public void onPartitionsRevokedAfterCommit(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        onPartitionsLost(consumer, partitions);
    }

    @Override
    public void onPartitionsLost(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        for (var partition : partitions) {
            reached.remove(partition);
            positions.forget(view, partition.partition());
            metrics.idle(partition.partition());
        }
    }

    /** Looks whether the store still has what was written, where no records come that would ask for it. */
    @Override
    public void onIdleContainer(Map<TopicPartition, Long> idle, ConsumerSeekCallback consumer) {
        idle.keySet().forEach(partition -> {
            try {
                var stored = positions.stored(view, partition.partition());
                if (stored < reached.getOrDefault(partition, 0L)) {
                    lost(partition);
                    // Records that were read before may still be under way to this listener: it asks again then.
                    reached.remove(partition);
                    consumer.seek(partition.topic(), partition.partition(), stored);
                }
            } catch (DataAccessException | MongoException e) {
                log.debug("the store does not say where {} is", partition, e);
            }
        });
    }

    @Override
    public void onMessage(List<ConsumerRecord<byte[], byte[]>> records, @Nullable Consumer<?, ?> consumer) {
        var first = records.getFirst();
        var partition = new TopicPartition(first.topic(), first.partition());
        metrics.applying(partition.partition(), records);
        try {
            apply(partition, records, Objects.requireNonNull(consumer));
            failure = null;
        } catch (RuntimeException e) {
            failure = e;
            throw e;
        }
    }

    private void apply(
            TopicPartition partition, List<ConsumerRecord<byte[], byte[]>> records, Consumer<?, ?> consumer) {
        var number = partition.partition();
        var from = reached.get(partition);
        if (from == null) {
            // The store did not answer when it was asked where to resume, or has lost something since.
            seek(partition, consumer);
            metrics.idle(number);
            return;
        }
        if (positions.stored(view, number) >= from) {
            projection.apply(records);
            var next = records.getLast().offset() + 1;
            if (positions.advance(view, number, from, next)) {
                reached.put(partition, next);
                metrics.applied(number, records);
                return;
            }
        }
        lost(partition);
        seek(partition, consumer);
    }

    private void lost(TopicPartition partition) {
        log.warn("the store has lost a part of {}: reading {} again", view.name(), partition);
        positions.forget(view, partition.partition());
    }
}
