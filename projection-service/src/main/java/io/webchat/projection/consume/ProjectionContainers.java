package io.webchat.projection.consume;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.webchat.support.log.LogClients;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.SmartLifecycle;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.core.MicrometerConsumerListener;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.kafka.listener.KafkaMessageListenerContainer;
import org.springframework.stereotype.Component;
import org.springframework.util.backoff.FixedBackOff;

/**
 * One consumer per view, each a member of the view's own consumer group, which divides the partitions among the
 * instances that share a store. Kafka's committed offsets are for watching lag only: where a view resumes is in
 * {@link ViewPositions}.
 *
 * <p>Down when a consumer has died. A view whose store is away is retried, and says so in the details.
 */
@Component("projections")
class ProjectionContainers implements SmartLifecycle, HealthIndicator {
    private static final Duration RETRY = Duration.ofMillis(500);
    private static final int RECORDS_PER_BATCH = 1_000;

    private final List<Consuming> views;
    private volatile boolean running;

    private record Consuming(
            View view, ProjectionListener listener, KafkaMessageListenerContainer<byte[], byte[]> container) {}

    ProjectionContainers(
            List<Projection<?>> projections,
            LogClients clients,
            MongoTemplate store,
            ViewPositions positions,
            DeadLetters deadLetters,
            MeterRegistry meters) {
        var config = clients.groupConsumerConfig();
        config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, RECORDS_PER_BATCH);
        var consumers = new DefaultKafkaConsumerFactory<byte[], byte[]>(config);
        consumers.addListener(new MicrometerConsumerListener<>(meters));
        var groups = store.getDb().getName() + "-projection-";
        views = projections.stream()
                .map(projection -> {
                    var view = projection.view();
                    var listener = new ProjectionListener(
                            view,
                            new TolerantProjection<>(projection, deadLetters),
                            positions,
                            new ViewMetrics(view, meters));
                    return new Consuming(view, listener, container(consumers, view, groups + view.name(), listener));
                })
                .toList();
        for (var consuming : views) {
            Gauge.builder(
                            "webchat.projection.running",
                            consuming,
                            view -> view.container().isRunning() ? 1 : 0)
                    .description("Whether the consumer of a view lives")
                    .tag("view", consuming.view().name())
                    .register(meters);
        }
    }

    private static KafkaMessageListenerContainer<byte[], byte[]> container(
            DefaultKafkaConsumerFactory<byte[], byte[]> consumers,
            View view,
            String group,
            ProjectionListener listener) {
        var properties = new ContainerProperties(view.topic().topicName());
        properties.setGroupId(group);
        properties.setClientId("projection-" + view.name());
        properties.setMessageListener(listener);
        properties.setConsumerRebalanceListener(listener);
        properties.setSyncCommits(false);
        properties.setIdlePartitionEventInterval(ProjectionListener.IDLE_CHECK.toMillis());
        var container = new KafkaMessageListenerContainer<>(consumers, properties);
        container.setBeanName("projection-" + view.name());
        // The store is away: the same records again, in order, until it is back.
        container.setCommonErrorHandler(
                new DefaultErrorHandler(new FixedBackOff(RETRY.toMillis(), FixedBackOff.UNLIMITED_ATTEMPTS)));
        return container;
    }

    @Override
    public void start() {
        views.forEach(view -> view.container().start());
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        views.parallelStream().forEach(view -> view.container().stop());
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

    @Override
    public Health health() {
        var alive = views.stream().allMatch(view -> view.container().isRunning());
        var health = alive ? Health.up() : Health.down();
        views.forEach(view -> health.withDetail(view.view().name(), state(view)));
        return health.build();
    }

    private static String state(Consuming view) {
        if (!view.container().isRunning()) {
            return "stopped";
        }
        var failure = view.listener().failure();
        var assigned = Objects.requireNonNullElse(view.container().getAssignedPartitions(), List.of());
        return failure == null ? "consuming " + assigned.size() + " partitions" : "retrying: " + failure;
    }
}
