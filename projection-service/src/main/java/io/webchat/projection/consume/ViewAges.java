package io.webchat.projection.consume;

import io.webchat.log.Topic;
import io.webchat.support.log.LogClients;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * How old views are: how long ago they contained all that the log had. Every instance looks for itself, whoever
 * consumes: at the ends of the log, and then at the positions in the store. While it cannot ask one of the two, views
 * grow old. What it finds is compared by {@link CutOffs} too.
 */
@Component
class ViewAges implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(ViewAges.class);
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);

    private final Map<View, List<PartitionAge>> ages = new LinkedHashMap<>();
    private final LogClients clients;
    private final ViewPositions positions;
    private final RecordPositions records;
    private final CutOffs cutOffs;
    private final ScheduledExecutorService looking = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("view-ages").daemon().factory());
    private volatile boolean running;

    ViewAges(
            List<Projection<?>> projections,
            LogClients clients,
            ViewPositions positions,
            RecordPositions records,
            CutOffs cutOffs) {
        projections.forEach(projection -> ages.put(
                projection.view(),
                Stream.generate(PartitionAge::new).limit(Topic.PARTITIONS).toList()));
        this.clients = clients;
        this.positions = positions;
        this.records = records;
        this.cutOffs = cutOffs;
    }

    /** Of the oldest of these partitions; empty if nobody knows that of one of them. */
    Optional<Duration> of(View view, List<Integer> partitions) {
        var now = System.nanoTime();
        var each = ages.get(view);
        if (each == null) {
            return Optional.empty();
        }
        var known = partitions.stream()
                .flatMap(partition -> each.get(partition).at(now).stream())
                .toList();
        return known.size() == partitions.size() ? known.stream().max(Duration::compareTo) : Optional.empty();
    }

    @Override
    public void start() {
        running = true;
        looking.execute(this::watch);
    }

    @Override
    public void stop() {
        running = false;
        looking.shutdownNow();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** After the consumers of the views. */
    @Override
    public int getPhase() {
        return 101;
    }

    /** Until it is stopped, with a new consumer after each failure. */
    private void watch() {
        try (var consumer = clients.tailConsumer()) {
            // It reads nothing, and complains of every answer about a partition that is not its own.
            consumer.assign(all());
            while (running) {
                look(consumer);
                Thread.sleep(LOOK_AGAIN);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            if (running) {
                log.warn("nobody knows how old the views are, trying again: {}", e.toString());
            }
        }
        if (running) {
            looking.schedule(this::watch, LOOK_AGAIN.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void look(Consumer<byte[], byte[]> consumer) {
        var asked = System.nanoTime();
        var ends = consumer.endOffsets(all());
        ages.forEach((view, each) -> {
            var stored = positions.stored(view, partitions().boxed().toList());
            cutOffs.look(view, ends(view, ends), stored);
            partitions().forEach(partition -> {
                var end = Objects.requireNonNull(ends.get(in(view, partition)));
                var lastRecord = records.before(view.topic(), partition, end);
                each.get(partition).look(lastRecord, asked, stored.getOrDefault(partition, 0L));
            });
        });
    }

    private static Map<Integer, Long> ends(View view, Map<TopicPartition, Long> ends) {
        return partitions()
                .boxed()
                .collect(Collectors.toMap(
                        Function.identity(), partition -> Objects.requireNonNull(ends.get(in(view, partition)))));
    }

    private Set<TopicPartition> all() {
        return ages.keySet().stream()
                .flatMap(view -> partitions().mapToObj(partition -> in(view, partition)))
                .collect(Collectors.toSet());
    }

    private static IntStream partitions() {
        return IntStream.range(0, Topic.PARTITIONS);
    }

    private static TopicPartition in(View view, int partition) {
        return new TopicPartition(view.topic().topicName(), partition);
    }
}
