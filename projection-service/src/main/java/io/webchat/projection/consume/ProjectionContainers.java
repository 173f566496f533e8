package io.webchat.projection.consume;

import io.micrometer.core.instrument.MeterRegistry;
import io.webchat.support.log.LogClients;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.core.MicrometerConsumerListener;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.kafka.listener.KafkaMessageListenerContainer;
import org.springframework.stereotype.Component;
import org.springframework.util.backoff.FixedBackOff;

/**
 * One consumer per view, each a member of the view's own consumer group, which divides the partitions among the
 * instances. Kafka's committed offsets are for watching lag only: where a view resumes is in {@link ViewPositions}.
 */
@Component
class ProjectionContainers implements SmartLifecycle {
    private static final Duration RETRY = Duration.ofMillis(500);
    private static final int RECORDS_PER_BATCH = 1_000;

    private final List<KafkaMessageListenerContainer<byte[], byte[]>> containers;
    private volatile boolean running;

    ProjectionContainers(
            List<Projection<?>> projections,
            LogClients clients,
            ViewPositions positions,
            DeadLetters deadLetters,
            MeterRegistry meters) {
        var config = clients.consumerConfig();
        config.put(ConsumerConfig.GROUP_PROTOCOL_CONFIG, "consumer");
        config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, RECORDS_PER_BATCH);
        var consumers = new DefaultKafkaConsumerFactory<byte[], byte[]>(config);
        consumers.addListener(new MicrometerConsumerListener<>(meters));
        containers = projections.stream()
                .map(projection -> container(
                        consumers, new ProjectionListener<>(projection, positions, deadLetters, meters), projection))
                .toList();
    }

    private static KafkaMessageListenerContainer<byte[], byte[]> container(
            DefaultKafkaConsumerFactory<byte[], byte[]> consumers,
            ProjectionListener<?> listener,
            Projection<?> projection) {
        var properties = new ContainerProperties(projection.topic().topicName());
        properties.setGroupId("webchat-projection-" + projection.name());
        properties.setClientId("projection-" + projection.name());
        properties.setMessageListener(listener);
        properties.setConsumerRebalanceListener(listener);
        var container = new KafkaMessageListenerContainer<>(consumers, properties);
        container.setBeanName("projection-" + projection.name());
        // The store is away: the same poll again, in order, until it is back.
        container.setCommonErrorHandler(
                new DefaultErrorHandler(new FixedBackOff(RETRY.toMillis(), FixedBackOff.UNLIMITED_ATTEMPTS)));
        return container;
    }

    @Override
    public void start() {
        containers.forEach(KafkaMessageListenerContainer::start);
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        containers.parallelStream().forEach(KafkaMessageListenerContainer::stop);
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** After the replica, before the web server. */
    @Override
    public int getPhase() {
        return 100;
    }
}
