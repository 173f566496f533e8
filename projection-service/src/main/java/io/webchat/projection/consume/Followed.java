package io.webchat.projection.consume;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.webchat.projection.store.Generation;
import io.webchat.projection.store.GenerationRouting;
import io.webchat.support.tracing.LogTracing;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.LongFunction;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.kafka.listener.KafkaMessageListenerContainer;
import org.springframework.util.backoff.FixedBackOff;

/** A generation of a view that follows the log: a member of a consumer group of its own. */
final class Followed {
    private static final Duration RETRY = Duration.ofMillis(500);

    private final Projection<?> projection;
    private final Generation generation;
    private final String group;
    private final TolerantProjection<?> applied;
    private final ProjectionListener listener;
    private final KafkaMessageListenerContainer<byte[], byte[]> container;
    private final ViewMetrics metrics;
    private final MeterRegistry meters;
    private final Gauge running;

    Followed(
            Projection<?> projection,
            Generation generation,
            ConsumerFactory<byte[], byte[]> consumers,
            String group,
            DeadLetters deadLetters,
            ViewPositions positions,
            LogTracing tracing,
            MeterRegistry meters) {
        var view = projection.view();
        this.projection = projection;
        this.generation = generation;
        this.group = group;
        this.meters = meters;
        applied = new TolerantProjection<>(projection, group, deadLetters);
        metrics = new ViewMetrics(new View(generation.name(), view.topic()), meters);
        listener = new ProjectionListener(view, applied, positions, metrics, tracing);
        container = new KafkaMessageListenerContainer<>(consumers, properties(view, generation, group, listener));
        container.setBeanName("projection-" + generation.name());
        // The store is away: the same records again, in order, until it is back.
        container.setCommonErrorHandler(
                new DefaultErrorHandler(new FixedBackOff(RETRY.toMillis(), FixedBackOff.UNLIMITED_ATTEMPTS)));
        running = Gauge.builder("webchat.projection.running", container, one -> one.isRunning() ? 1 : 0)
                .description("Whether the consumer of a view lives")
                .tag("view", generation.name())
                .register(meters);
    }

    private static ContainerProperties properties(
            View view, Generation generation, String group, ProjectionListener listener) {
        var properties = new ContainerProperties(view.topic().topicName());
        properties.setGroupId(group);
        properties.setClientId("projection-" + generation.name());
        properties.setMessageListener(listener);
        properties.setConsumerRebalanceListener(listener);
        properties.setSyncCommits(false);
        properties.setIdlePartitionEventInterval(ProjectionListener.IDLE_CHECK.toMillis());
        // All that the consumer's thread reads and writes is of its generation.
        var threads = new SimpleAsyncTaskExecutor("projection-" + generation.name() + "-");
        threads.setTaskDecorator(task -> () -> GenerationRouting.run(generation, task));
        properties.setListenerTaskExecutor(threads);
        return properties;
    }

    void start() {
        GenerationRouting.run(generation, projection::prepare);
        container.start();
    }

    void stop() {
        container.stop();
        metrics.close();
        meters.remove(running);
    }

    boolean isRunning() {
        return container.isRunning();
    }

    Generation generation() {
        return generation;
    }

    /** Its consumer group. */
    String group() {
        return group;
    }

    View view() {
        return projection.view();
    }

    /** See {@link ProjectionListener#between}. */
    <T> Optional<T> between(int partition, LongFunction<T> action) {
        return listener.between(partition, action);
    }

    /** Applies one record alone to this generation. Whatever is wrong with it, or with the store, is thrown. */
    void applyOne(ConsumerRecord<byte[], byte[]> record) {
        GenerationRouting.run(generation, () -> applied.applyOne(record));
    }

    String name() {
        return generation.name();
    }

    /** What it does, for operators. */
    String state() {
        if (!container.isRunning()) {
            return "stopped";
        }
        var failure = listener.failure();
        var assigned = Objects.requireNonNullElse(container.getAssignedPartitions(), List.of());
        return failure == null ? "consuming " + assigned.size() + " partitions" : "retrying: " + failure;
    }
}
