package io.webchat.projection.consume;

import io.micrometer.core.instrument.MeterRegistry;
import io.webchat.projection.store.Generation;
import io.webchat.projection.store.ViewGenerations;
import io.webchat.support.log.KafkaFutures;
import io.webchat.support.log.LogClients;
import io.webchat.support.tracing.LogTracing;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.SmartLifecycle;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.core.MicrometerConsumerListener;
import org.springframework.stereotype.Component;

/**
 * One consumer per generation of each view, and several of one that is being built; each generation has a consumer
 * group of its own, which divides the partitions among them and the instances that share a store. Kafka's committed
 * offsets are for watching lag only: where a view resumes is in {@link ViewPositions}.
 *
 * <p>Down when the consumer of a view that is read has died. A view whose store is away is retried, and says so in the
 * details; so does one that contains what is no longer in the log, and is being built anew.
 */
@Component("projections")
class ProjectionContainers implements SmartLifecycle, HealthIndicator {
    private static final Logger log = LoggerFactory.getLogger(ProjectionContainers.class);
    private static final int RECORDS_PER_BATCH = 1_000;

    /** Enough for a batch from one partition, which may be all that there is to catch up on. */
    private static final int BYTES_PER_PARTITION = 2 << 20;

    /** What a consumer keeps at most of what it has fetched ahead: there is one for each view. */
    private static final int BYTES_PER_FETCH = 4 << 20;

    /**
     * A generation that is built has much to catch up on: while one of its consumers waits for the store, others go on.
     * They stay when it is read, because partitions that move then would hold up readers.
     */
    private static final int MEMBERS_THAT_BUILD =
            Math.clamp(Runtime.getRuntime().availableProcessors(), 2, 4);

    private final Map<String, Projection<?>> projections = new LinkedHashMap<>();
    private final LogClients clients;
    private final DefaultKafkaConsumerFactory<byte[], byte[]> consumers;
    private final String groups;
    private final ViewGenerations generations;
    private final ViewPositions positions;
    private final DeadLetters deadLetters;
    private final CutOffs cutOffs;
    private final LogTracing tracing;
    private final MeterRegistry meters;
    private final Map<Generation, Followed> followed = new LinkedHashMap<>();
    private final ScheduledExecutorService looking = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("view-generations").daemon().factory());
    private volatile boolean running;

    ProjectionContainers(
            List<Projection<?>> projections,
            LogClients clients,
            MongoTemplate store,
            ViewGenerations generations,
            ViewPositions positions,
            DeadLetters deadLetters,
            CutOffs cutOffs,
            LogTracing tracing,
            MeterRegistry meters) {
        projections.forEach(projection -> this.projections.put(projection.view().name(), projection));
        this.clients = clients;
        this.generations = generations;
        this.positions = positions;
        this.deadLetters = deadLetters;
        this.cutOffs = cutOffs;
        this.tracing = tracing;
        this.meters = meters;
        var config = clients.groupConsumerConfig();
        config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, RECORDS_PER_BATCH);
        config.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, BYTES_PER_PARTITION);
        config.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, BYTES_PER_FETCH);
        // As much as the system finds good: what has been fetched ahead arrives while a batch is applied.
        config.put(ConsumerConfig.RECEIVE_BUFFER_CONFIG, CommonClientConfigs.RECEIVE_BUFFER_LOWER_BOUND);
        consumers = new DefaultKafkaConsumerFactory<>(config);
        consumers.addListener(new MicrometerConsumerListener<>(meters));
        groups = store.getDb().getName() + "-projection-";
    }

    @Override
    public void start() {
        follow();
        running = true;
        var interval = ViewGenerations.LOOK_AGAIN.toMillis();
        looking.scheduleWithFixedDelay(this::lookAgain, interval, interval, TimeUnit.MILLISECONDS);
    }

    @Override
    public void stop() {
        running = false;
        looking.close();
        synchronized (followed) {
            followed.values().parallelStream().forEach(Followed::stop);
        }
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

    /** The generation whose consumer group this is, if it is followed. */
    Optional<Followed> followedAs(String group) {
        synchronized (followed) {
            return followed.values().stream()
                    .filter(one -> one.group().equals(group))
                    .findFirst();
        }
    }

    private void lookAgain() {
        try {
            generations.refresh();
            follow();
            projections.keySet().stream()
                    .flatMap(view -> generations.departed(view).stream())
                    .forEach(this::remove);
        } catch (RuntimeException e) {
            // An exception would end the schedule.
            log.warn("the generations of the views cannot be looked after, trying again: {}", e.toString());
        }
    }

    /** Starts what is to be followed and is not, and the other way round. */
    private void follow() {
        synchronized (followed) {
            var wanted = projections.keySet().stream()
                    .flatMap(view -> generations.of(view).followed().stream())
                    .toList();
            for (var generation : List.copyOf(followed.keySet())) {
                if (!wanted.contains(generation)) {
                    Objects.requireNonNull(followed.remove(generation)).stop();
                }
            }
            for (var generation : wanted) {
                if (!followed.containsKey(generation)) {
                    var one = consuming(generation);
                    start(one);
                    followed.put(generation, one);
                }
            }
        }
    }

    /** One that cannot be started leaves no figures behind. */
    private static void start(Followed one) {
        try {
            one.start();
        } catch (RuntimeException e) {
            one.stop();
            throw e;
        }
    }

    private Followed consuming(Generation generation) {
        var isBuilt = Objects.equals(generations.of(generation.view()).building(), generation.number());
        return new Followed(
                Objects.requireNonNull(projections.get(generation.view())),
                generation,
                consumers,
                groups + generation.name(),
                isBuilt ? MEMBERS_THAT_BUILD : 1,
                deadLetters,
                positions,
                tracing,
                meters);
    }

    /** Its consumer group first, because what that would leave of the log means nothing. */
    private void remove(Generation generation) {
        try (var admin = clients.admin()) {
            KafkaFutures.await(admin.deleteConsumerGroups(List.of(groups + generation.name()))
                    .all());
        } catch (GroupIdNotFoundException e) {
            log.debug("another instance has removed the consumer group of {}", generation.name());
        }
        generations.remove(generation);
    }

    private String state(Followed one) {
        var partitions = cutOffs.of(one.view());
        var isRead = generations.of(one.view().name()).liveGeneration().equals(one.generation());
        return isRead && partitions > 0
                ? one.state() + "; contains what is no longer in the log, in " + partitions + " partitions"
                : one.state();
    }

    @Override
    public Health health() {
        synchronized (followed) {
            var alive = followed.entrySet().stream()
                    .filter(one -> generations.of(one.getKey().view()).live()
                            == one.getKey().number())
                    .allMatch(one -> one.getValue().isRunning());
            var health = alive ? Health.up() : Health.down();
            followed.values().forEach(one -> health.withDetail(one.name(), state(one)));
            return health.build();
        }
    }
}
