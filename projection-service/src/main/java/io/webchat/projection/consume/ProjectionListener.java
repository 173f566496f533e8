package io.webchat.projection.consume;

import com.mongodb.MongoException;
import io.webchat.log.replica.Pace;
import io.webchat.projection.consume.ViewPositions.Step;
import io.webchat.support.tracing.LogTracing;
import io.webchat.support.tracing.RecordSpan;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
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
 * Brings the log into one view, as much at a time as there is ({@link Pace#GATHERING}), and remembers the positions.
 *
 * <p>When the store fails, the exception leaves this listener and the same records come again, for ever: order is kept
 * and nothing is skipped. A store that comes back from a crash without its last writes is noticed by its position,
 * before the next records or, where none come, {@link #IDLE_CHECK} later: what it has lost is read again.
 *
 * <p>Called by the thread of its consumer; between two of its calls others may have a turn.
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
    private final LogTracing tracing;

    private final ReentrantLock turn = new ReentrantLock();

    /** Up to where each partition is in the view; missing until the store has been asked. Guarded by the turn. */
    private final Map<TopicPartition, Long> reached = new HashMap<>();

    private volatile @Nullable RuntimeException failure;

    ProjectionListener(
            View view,
            TolerantProjection<?> projection,
            ViewPositions positions,
            ViewMetrics metrics,
            LogTracing tracing) {
        this.view = view;
        this.projection = projection;
        this.positions = positions;
        this.metrics = metrics;
        this.tracing = tracing;
    }

    /** Why the records at hand are being tried again; null when all is well. */
    @Nullable
    RuntimeException failure() {
        return failure;
    }

    /**
     * Does something while nothing of this view is applied here and no partition leaves.
     *
     * @param action is given the position that the view has reached in the partition
     * @return empty if the partition is another instance's, or nobody knows yet where the view is there
     */
    <T> Optional<T> between(int partition, LongFunction<T> action) {
        turn.lock();
        try {
            var position = reached.get(new TopicPartition(view.topic().topicName(), partition));
            return position == null ? Optional.empty() : Optional.of(action.apply(position));
        } finally {
            turn.unlock();
        }
    }

    private void inTurn(Runnable work) {
        turn.lock();
        try {
            work.run();
        } finally {
            turn.unlock();
        }
    }

    /**
     * Seeks to the store's position. Kafka fetches nothing of a partition before this callback returns, so the first
     * records that arrive are the right ones.
     */
    @Override
    public void onPartitionsAssigned(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        inTurn(() -> partitions.forEach(partition -> resume(partition, consumer)));
    }

    private void resume(TopicPartition partition, Consumer<?, ?> consumer) {
        reached.remove(partition);
        try {
            seek(partition, stored(partition), consumer);
        } catch (DataAccessException | MongoException e) {
            // Any record will do to come back to: from it on, the store is asked until it answers.
            log.warn("{} does not know where to resume {}: {}", view.name(), partition, e.toString());
            consumer.seekToBeginning(List.of(partition));
        }
    }

    private void seek(TopicPartition partition, long stored, Consumer<?, ?> consumer) {
        consumer.seek(partition, stored);
        reached.put(partition, stored);
    }

    private long stored(TopicPartition partition) {
        return positions.stored(view, List.of(partition.partition())).getOrDefault(partition.partition(), 0L);
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
        inTurn(() -> partitions.forEach(partition -> {
            reached.remove(partition);
            positions.forget(view, partition.partition());
            metrics.idle(partition.partition());
        }));
    }

    /** Looks whether the store still has what was written, where no records come that would ask for it. */
    @Override
    public void onIdleContainer(Map<TopicPartition, Long> idle, ConsumerSeekCallback consumer) {
        inTurn(() -> idle.keySet().forEach(partition -> lookFor(partition, consumer)));
    }

    private void lookFor(TopicPartition partition, ConsumerSeekCallback consumer) {
        try {
            var stored = stored(partition);
            if (stored < reached.getOrDefault(partition, 0L)) {
                lost(partition);
                // Records that were read before may still be under way to this listener: it asks again then.
                reached.remove(partition);
                consumer.seek(partition.topic(), partition.partition(), stored);
            }
        } catch (DataAccessException | MongoException e) {
            log.debug("the store does not say where {} is", partition, e);
        }
    }

    @Override
    public void onMessage(List<ConsumerRecord<byte[], byte[]>> records, @Nullable Consumer<?, ?> consumer) {
        var parts = records.stream()
                .collect(Collectors.groupingBy(ConsumerRecord::partition, LinkedHashMap::new, Collectors.toList()));
        parts.forEach(metrics::applying);
        try {
            inTurn(() -> apply(parts, Objects.requireNonNull(consumer)));
            failure = null;
        } catch (RuntimeException e) {
            failure = e;
            throw e;
        }
        Pace.GATHERING.after(records.size());
    }

    private void apply(Map<Integer, List<ConsumerRecord<byte[], byte[]>>> parts, Consumer<?, ?> consumer) {
        var stored = positions.stored(view, parts.keySet());
        var steps = new LinkedHashMap<Step, List<ConsumerRecord<byte[], byte[]>>>();
        parts.forEach((number, records) -> {
            var partition = new TopicPartition(view.topic().topicName(), number);
            var from = reached.get(partition);
            var there = stored.getOrDefault(number, 0L);
            if (!isAt(partition, records, consumer)) {
                metrics.idle(number);
            } else if (from != null && there >= from) {
                steps.put(new Step(number, from, records.getLast().offset() + 1), records);
            } else {
                // The store did not answer when it was asked where to resume, or has lost something since.
                lost(partition);
                seek(partition, there, consumer);
            }
        });
        if (!steps.isEmpty()) {
            var records = steps.values().stream().flatMap(List::stream).toList();
            var spans = tracing.begin("view " + view.name(), records);
            try {
                projection.apply(records);
                advance(steps, consumer);
                spans.forEach(RecordSpan::end);
            } catch (RuntimeException e) {
                spans.forEach(span -> span.fail(e));
                throw e;
            }
        }
    }

    /**
     * Whether these records are what comes next. Records that are tried again may be somebody else's by now, or belong
     * to a partition that was sought back when they were tried before: then they come again, after those before them.
     */
    private static boolean isAt(
            TopicPartition partition, List<ConsumerRecord<byte[], byte[]>> records, Consumer<?, ?> consumer) {
        return consumer.assignment().contains(partition)
                && consumer.position(partition) > records.getLast().offset();
    }

    private void advance(Map<Step, List<ConsumerRecord<byte[], byte[]>>> steps, Consumer<?, ?> consumer) {
        var lost = positions.advance(view, steps.keySet());
        steps.forEach((step, records) -> {
            var partition = new TopicPartition(view.topic().topicName(), step.partition());
            if (lost.contains(step)) {
                lost(partition);
                seek(partition, stored(partition), consumer);
            } else {
                reached.put(partition, step.nextOffset());
                metrics.applied(step.partition(), records);
            }
        });
    }

    private void lost(TopicPartition partition) {
        if (reached.containsKey(partition)) {
            log.warn("the store has lost a part of {}: reading {} again", view.name(), partition);
        }
        positions.forget(view, partition.partition());
        metrics.idle(partition.partition());
    }
}
