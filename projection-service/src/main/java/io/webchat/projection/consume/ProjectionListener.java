package io.webchat.projection.consume;

import com.mongodb.MongoException;
import io.webchat.log.codec.UnreadableRecordException;
import java.util.ArrayList;
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

/**
 * Brings the log into one view, a part of one partition at a time, and remembers the positions.
 *
 * <p>When the store fails, the exception leaves this listener and the same records come again, for ever: order is kept
 * and nothing is skipped. A record that cannot be understood or applied goes to the dead letter topic, and its
 * partition goes on. A store that comes back from a crash without its last writes is noticed by its position: it must
 * have everything before the records at hand, or they are read again from where it stands.
 *
 * <p>Called by the thread of its consumer alone.
 */
final class ProjectionListener<E>
        implements BatchConsumerAwareMessageListener<byte[], byte[]>, ConsumerAwareRebalanceListener {
    private static final Logger log = LoggerFactory.getLogger(ProjectionListener.class);

    private final Projection<E> projection;
    private final View view;
    private final ViewPositions positions;
    private final DeadLetters deadLetters;
    private final ViewMetrics metrics;

    /** Up to where each partition is in the view; missing until the store has been asked. */
    private final Map<TopicPartition, Long> reached = new HashMap<>();

    private volatile @Nullable RuntimeException failure;

    ProjectionListener(
            Projection<E> projection, ViewPositions positions, DeadLetters deadLetters, ViewMetrics metrics) {
        this.projection = projection;
        this.view = projection.view();
        this.positions = positions;
        this.deadLetters = deadLetters;
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
                var stored = positions.stored(view, partition.partition());
                consumer.seek(partition, stored);
                reached.put(partition, stored);
            } catch (DataAccessException | MongoException e) {
                // Any record will do to come back to: from it on, the store is asked until it answers.
                log.warn("{} does not know where to resume {}: {}", view.name(), partition, e.toString());
                consumer.seekToBeginning(List.of(partition));
            }
        }
    }

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
        var stored = positions.stored(view, number);
        var from = reached.get(partition);
        if (from == null) {
            // The store did not answer when it was asked where to resume; now it does.
            consumer.seek(partition, stored);
            reached.put(partition, stored);
            metrics.idle(number);
            return;
        }
        if (stored >= from) {
            applyReadable(records);
            var next = records.getLast().offset() + 1;
            if (positions.advance(view, number, from, next)) {
                reached.put(partition, next);
                metrics.applied(number, records);
                return;
            }
        }
        log.warn("the store has lost a part of {}: reading {} again", view.name(), partition);
        positions.forget(view, number);
        reached.remove(partition);
        consumer.seek(partition, positions.stored(view, number));
    }

    private record Readable<E>(ConsumerRecord<byte[], byte[]> record, Logged<E> logged) {}

    private void applyReadable(List<ConsumerRecord<byte[], byte[]>> records) {
        var readable = new ArrayList<Readable<E>>();
        records.forEach(record -> read(record, readable));
        if (readable.isEmpty()) {
            return;
        }
        try {
            projection.apply(readable.stream().map(Readable::logged).toList());
        } catch (DataAccessException | MongoException e) {
            throw e;
        } catch (RuntimeException e) {
            applyOneByOne(readable);
        }
    }

    private void read(ConsumerRecord<byte[], byte[]> record, List<Readable<E>> readable) {
        if (record.value() == null) {
            return; // A tombstone: what it erases is no longer in the log, and a rebuilt view never sees it.
        }
        try {
            readable.add(new Readable<>(record, new Logged<>(projection.codec().decode(record), record.offset())));
        } catch (UnreadableRecordException e) {
            deadLetters.add(view, record, e);
        }
    }

    /** One of them cannot be applied: finds out which, and applies the others. */
    private void applyOneByOne(List<Readable<E>> readable) {
        for (var each : readable) {
            try {
                projection.apply(List.of(each.logged()));
            } catch (DataAccessException | MongoException e) {
                throw e;
            } catch (RuntimeException e) {
                deadLetters.add(view, each.record(), e);
            }
        }
    }
}
