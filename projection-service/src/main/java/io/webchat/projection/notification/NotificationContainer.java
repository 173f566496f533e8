package io.webchat.projection.notification;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.webchat.log.Topic;
import io.webchat.support.log.LogClients;
import java.time.Clock;
import java.time.Duration;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.core.MicrometerConsumerListener;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.ContainerProperties.AckMode;
import org.springframework.kafka.listener.KafkaMessageListenerContainer;
import org.springframework.stereotype.Component;

/**
 * Follows what is posted as a consumer group of its own, which divides the partitions among the instances. A new group
 * begins at the head of the log. It goes on where it has committed, and passes over what is too old. What Kafka does
 * not let it do is tried again until it does.
 */
@Component
@EnableConfigurationProperties(NotificationProperties.class)
class NotificationContainer implements SmartLifecycle {
    private static final int RECORDS_PER_BATCH = 100;
    private static final Duration ASK_AGAIN = Duration.ofSeconds(10);

    private final KafkaMessageListenerContainer<byte[], byte[]> container;

    NotificationContainer(
            LogClients clients,
            MongoTemplate store,
            Notifications notifications,
            NotificationProperties properties,
            Clock clock,
            MeterRegistry meters) {
        var config = clients.groupConsumerConfig();
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "latest");
        config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, RECORDS_PER_BATCH);
        var consumers = new DefaultKafkaConsumerFactory<byte[], byte[]>(config);
        consumers.addListener(new MicrometerConsumerListener<>(meters));
        var settings = new ContainerProperties(Topic.MESSAGES.topicName());
        settings.setGroupId(store.getDb().getName() + "-notifications");
        settings.setClientId("notifications");
        settings.setAckMode(AckMode.MANUAL_IMMEDIATE);
        // Without it the container would stop for good.
        settings.setAuthExceptionRetryInterval(ASK_AGAIN);
        settings.setMessageListener(new NotificationListener(notifications, properties.grace(), clock));
        container = new KafkaMessageListenerContainer<>(consumers, settings);
        container.setBeanName("notifications");
        Gauge.builder("webchat.notification.running", container, one -> one.isRunning() ? 1 : 0)
                .description("Whether the consumer lives that finds out whom messages call")
                .register(meters);
    }

    @Override
    public void start() {
        container.start();
    }

    @Override
    public void stop() {
        container.stop();
    }

    @Override
    public boolean isRunning() {
        return container.isRunning();
    }

    /** After the views that it asks. */
    @Override
    public int getPhase() {
        return 101;
    }
}
