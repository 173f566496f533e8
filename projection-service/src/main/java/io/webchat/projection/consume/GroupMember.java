package io.webchat.projection.consume;

import io.webchat.projection.store.Generation;
import io.webchat.projection.store.GenerationRouting;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.kafka.listener.KafkaMessageListenerContainer;
import org.springframework.util.backoff.FixedBackOff;

/** A member of the consumer group of a generation, with a thread of its own. */
final class GroupMember {
    private static final Duration RETRY = Duration.ofMillis(500);

    private final ProjectionListener listener;
    private final KafkaMessageListenerContainer<byte[], byte[]> container;

    /** @param name of its client and its thread */
    GroupMember(
            String name,
            Generation generation,
            String topic,
            String group,
            ConsumerFactory<byte[], byte[]> consumers,
            ProjectionListener listener) {
        this.listener = listener;
        container = new KafkaMessageListenerContainer<>(consumers, properties(name, generation, topic, group));
        container.setBeanName(name);
        // The store is away: the same records again, in order, until it is back.
        container.setCommonErrorHandler(
                new DefaultErrorHandler(new FixedBackOff(RETRY.toMillis(), FixedBackOff.UNLIMITED_ATTEMPTS)));
    }

    private ContainerProperties properties(String name, Generation generation, String topic, String group) {
        var properties = new ContainerProperties(topic);
        properties.setGroupId(group);
        properties.setClientId(name);
        properties.setMessageListener(listener);
        properties.setConsumerRebalanceListener(listener);
        properties.setSyncCommits(false);
        properties.setIdlePartitionEventInterval(ProjectionListener.IDLE_CHECK.toMillis());
        // All that the consumer's thread reads and writes is of its generation.
        var threads = new SimpleAsyncTaskExecutor(name + "-");
        threads.setTaskDecorator(task -> () -> GenerationRouting.run(generation, task));
        properties.setListenerTaskExecutor(threads);
        return properties;
    }

    void start() {
        container.start();
    }

    void stop() {
        container.stop();
    }

    boolean isRunning() {
        return container.isRunning();
    }

    /** How many partitions it has. */
    int partitions() {
        var assigned = container.getAssignedPartitions();
        return assigned == null ? 0 : assigned.size();
    }

    /** See {@link ProjectionListener#failure}. */
    @Nullable
    RuntimeException failure() {
        return listener.failure();
    }

    /** See {@link ProjectionListener#between}. */
    <T> Optional<T> between(int partition, LongFunction<T> action) {
        return listener.between(partition, action);
    }
}
