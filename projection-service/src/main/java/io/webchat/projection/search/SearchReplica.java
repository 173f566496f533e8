package io.webchat.projection.search;

import io.micrometer.core.instrument.MeterRegistry;
import io.webchat.log.LogEpoch;
import io.webchat.log.Topic;
import io.webchat.log.codec.WireCodec;
import io.webchat.log.replica.LogTail;
import io.webchat.log.replica.Pace;
import io.webchat.projection.consume.DeadLetters;
import io.webchat.projection.consume.View;
import io.webchat.projection.consume.ViewFreshness;
import io.webchat.projection.consume.ViewMetrics;
import io.webchat.support.consistency.ConsistencyToken;
import io.webchat.support.log.LogClients;
import io.webchat.support.problem.ProblemException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.lucene.store.AlreadyClosedException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Keeps this instance's index in step with the log: all partitions of it, outside any consumer group, from where the
 * index was last committed. An index that fails, because of its disk for instance, is thrown away and built anew.
 *
 * <p>The service does not wait for it: while the index is being built everything else is answered, and searches are
 * told to come back.
 */
@Component("searchIndex")
@EnableConfigurationProperties(SearchProperties.class)
class SearchReplica implements SmartLifecycle, HealthIndicator {
    static final View VIEW = new View("search", Topic.MESSAGES);

    private static final Logger log = LoggerFactory.getLogger(SearchReplica.class);
    private static final Duration UPKEEP = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final LogClients clients;
    private final LogEpoch epoch;
    private final SearchDirectory directory;
    private final Duration commitInterval;
    private final DeadLetters deadLetters;
    private final ViewMetrics metrics;
    private final MeterRegistry meters;
    private final ScheduledExecutorService upkeep = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("search-upkeep").daemon().factory());

    private volatile @Nullable Replica replica;
    private volatile @Nullable Exception failure;
    private volatile boolean running;
    private volatile long begunAt = System.nanoTime();
    private volatile long committedAt = System.nanoTime();

    private record Replica(SearchIndex index, LogTail tail) {}

    SearchReplica(
            LogClients clients,
            LogEpoch epoch,
            SearchDirectory directory,
            SearchProperties properties,
            DeadLetters deadLetters,
            MeterRegistry meters) {
        this.clients = clients;
        this.epoch = epoch;
        this.directory = directory;
        this.commitInterval = properties.commitInterval();
        this.deadLetters = deadLetters;
        this.meters = meters;
        this.metrics = new ViewMetrics(VIEW, meters);
        SearchMetrics.register(this, meters);
    }

    @Override
    public void start() {
        running = true;
        try {
            begin(SearchIndex.open(directory.path(), epoch));
        } catch (IOException e) {
            throw new UncheckedIOException("no search index in " + directory.path(), e);
        }
        upkeep.scheduleWithFixedDelay(this::upkeep, UPKEEP.toMillis(), UPKEEP.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void begin(SearchIndex index) {
        var tail = new LogTail(
                Topic.MESSAGES,
                clients::tailConsumer,
                (consumer, partitions) -> starts(index, consumer, partitions),
                record -> apply(record, index),
                Pace.GATHERING);
        begunAt = System.nanoTime();
        committedAt = begunAt;
        replica = new Replica(index, tail);
        failure = null;
        tail.start();
    }

    /** Where the index ended. A log that ends before that has lost something: then the index is not its own. */
    private Map<TopicPartition, Long> starts(
            SearchIndex index, Consumer<byte[], byte[]> consumer, List<TopicPartition> partitions) {
        var ends = consumer.endOffsets(partitions);
        var starts = new HashMap<>(consumer.beginningOffsets(partitions));
        for (var partition : partitions) {
            var committed = index.committed()[partition.partition()];
            if (committed > ends.getOrDefault(partition, 0L)) {
                failed(index, new IOException("the log ends before " + partition + "@" + committed));
            }
            starts.merge(partition, committed, Math::max);
        }
        return starts;
    }

    private void apply(ConsumerRecord<byte[], byte[]> record, SearchIndex index) {
        if (failure != null) {
            return;
        }
        metrics.applying(record.partition(), List.of(record));
        try {
            // A tombstone removes from the log what a new index never sees.
            if (record.value() != null) {
                SearchProjection.apply(WireCodec.MESSAGES.decode(record), index);
            }
            metrics.applied(record.partition(), List.of(record));
        } catch (IOException | AlreadyClosedException e) {
            failed(index, e);
        } catch (RuntimeException e) {
            // At every instance: each has an index of its own.
            deadLetters.add(VIEW, VIEW.name(), record, e);
        } finally {
            metrics.idle(record.partition());
        }
    }

    /**
     * Ends the use of an index; it is built anew with the next upkeep. An index that has been replaced already fails
     * whoever still uses it, and nobody else.
     *
     * @return {@code view-behind} (503), for whoever has asked
     */
    ProblemException failed(SearchIndex index, Exception cause) {
        var current = replica;
        if (running && current != null && current.index() == index) {
            failure = cause;
            log.error("the search index in {} has failed", directory.path(), cause);
        }
        return ViewFreshness.behind("The search index of this instance has failed and is built anew.");
    }

    /**
     * The index, once it contains what the caller has seen, and everything that was applied a moment ago. Throws
     * {@code view-behind} (503) while it is being built, or if it does not get there within a second.
     */
    SearchIndex asOf(ConsistencyToken caller) {
        var current = replica;
        if (current == null || failure != null || !current.tail().wasCurrent()) {
            throw ViewFreshness.behind("The search index of this instance is being built.");
        }
        try {
            refresh(current, caller);
        } catch (IOException | AlreadyClosedException e) {
            throw failed(current.index(), e);
        }
        return current.index();
    }

    private void refresh(Replica current, ConsistencyToken caller) throws IOException {
        if (caller.equals(ConsistencyToken.EMPTY)) {
            current.index().refreshIfOld();
        } else {
            var start = System.nanoTime();
            var reached = reaches(current.tail(), caller, start + PATIENCE.toNanos());
            SearchMetrics.waited(meters, System.nanoTime() - start, reached);
            if (!reached) {
                throw ViewFreshness.behind("The search index does not contain your last change yet.");
            }
            current.index().refresh();
        }
    }

    private static boolean reaches(LogTail tail, ConsistencyToken caller, long deadline) {
        return IntStream.range(0, Topic.PARTITIONS).allMatch(partition -> {
            var demanded = caller.nextOffset(Topic.MESSAGES.stream(partition));
            return demanded.isEmpty()
                    || tail.awaitPosition(
                            partition, demanded.getAsLong(), Duration.ofNanos(deadline - System.nanoTime()));
        });
    }

    /** Refreshes also when nobody searches: what has not been refreshed is kept in memory. */
    private void upkeep() {
        var current = replica;
        if (current == null) {
            return;
        }
        try {
            if (failure != null) {
                rebuild(current);
            } else {
                current.index().refresh();
                if (System.nanoTime() - committedAt > commitInterval.toNanos()) {
                    commit(current);
                }
            }
        } catch (IOException | RuntimeException e) {
            failed(current.index(), e);
        }
    }

    private void rebuild(Replica failed) throws IOException {
        end(failed);
        begin(SearchIndex.anew(directory.path(), epoch));
    }

    private void commit(Replica current) throws IOException {
        committedAt = System.nanoTime();
        if (current.tail().hasStarted()) {
            current.index()
                    .commit(IntStream.range(0, Topic.PARTITIONS)
                            .mapToLong(current.tail()::position)
                            .toArray());
        }
    }

    private static void end(Replica replica) {
        replica.tail().close();
        try {
            replica.index().close();
        } catch (IOException | RuntimeException e) {
            log.debug("closing a search index failed", e);
        }
    }

    @Override
    public void stop() {
        running = false;
        upkeep.close();
        var current = replica;
        if (current == null) {
            return;
        }
        current.tail().close();
        try {
            if (failure == null) {
                commit(current);
            }
        } catch (IOException | RuntimeException e) {
            log.warn("the search index in {} was not committed: the next start reads more", directory.path(), e);
        }
        end(current);
        directory.close();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** After the structure replica, before the web server. */
    @Override
    public int getPhase() {
        return 100;
    }

    @Override
    public Health health() {
        var details = Health.up().withDetail("state", state()).withDetail("messages", size());
        return details.withDetail("behind", behind()).build();
    }

    private String state() {
        var current = replica;
        if (failure != null) {
            return "failed: " + failure;
        }
        return current != null && current.tail().wasCurrent() ? "following" : "building";
    }

    boolean isFollowing() {
        return running && failure == null;
    }

    int size() {
        var current = replica;
        return current == null ? 0 : current.index().size();
    }

    long behind() {
        var current = replica;
        return current == null ? 0 : current.tail().behind();
    }

    /** How long ago the index is known to have been complete; since it was begun while it is being built. */
    Duration staleness() {
        var current = replica;
        return current != null && current.tail().wasCurrent()
                ? current.tail().staleness()
                : Duration.ofNanos(System.nanoTime() - begunAt);
    }
}
