package io.webchat.support.watch;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.TimeGauge;
import io.webchat.support.log.LogClients;
import io.webchat.support.log.LogPeek;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Looks at the log regularly and tells what it saw as metrics: lag per group, topic and partition in records and in
 * seconds, the ends of partitions (of dead letter topics as well), brokers and replication. While Kafka does not answer
 * there are no figures rather than old ones; {@code webchat.log.watch.age} says for how long.
 */
final class LogWatch implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(LogWatch.class);

    private final LogClients clients;
    private final Duration interval;
    private final Clock clock;
    private final MultiGauge lagRecords;
    private final MultiGauge lagSeconds;
    private final MultiGauge committed;
    private final MultiGauge ends;
    private final ScheduledExecutorService looking = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("log-watch").daemon().factory());
    private @Nullable Admin admin;
    private @Nullable LogPeek peek;
    private volatile @Nullable LogObservation newest;
    private volatile long lookedAt;
    private volatile boolean running;

    LogWatch(LogClients clients, Duration interval, Clock clock, MeterRegistry meters) {
        this.clients = clients;
        this.interval = interval;
        this.clock = clock;
        this.lookedAt = clock.millis();
        lagRecords = MultiGauge.builder("webchat.log.group.lag.records")
                .description("Records that a consumer group has not committed")
                .register(meters);
        lagSeconds = MultiGauge.builder("webchat.log.group.lag")
                .description("Age of the first record that a consumer group has not committed")
                .baseUnit("seconds")
                .register(meters);
        committed = MultiGauge.builder("webchat.log.group.offset")
                .description("Where a consumer group would go on from")
                .register(meters);
        ends = MultiGauge.builder("webchat.log.end.offset")
                .description("The end of a partition")
                .register(meters);
        figure(meters, "webchat.log.brokers", "Brokers that are there", LogObservation::brokers);
        figure(
                meters,
                "webchat.log.partitions.under.replicated",
                "Partitions with fewer replicas in sync than replicas",
                LogObservation::underReplicated);
        figure(meters, "webchat.log.partitions.offline", "Partitions without a leader", LogObservation::offline);
        TimeGauge.builder("webchat.log.watch.age", this, TimeUnit.MILLISECONDS, watch -> watch.ageMillis())
                .description("Since the brokers last said where everybody is")
                .register(meters);
    }

    private void figure(
            MeterRegistry meters, String name, String description, ToDoubleFunction<LogObservation> figure) {
        Gauge.builder(name, this, watch -> {
                    var seen = watch.newest;
                    return seen == null ? Double.NaN : figure.applyAsDouble(seen);
                })
                .description(description)
                .register(meters);
    }

    @Override
    public void start() {
        running = true;
        looking.scheduleWithFixedDelay(this::look, 0, interval.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void stop() {
        running = false;
        looking.execute(this::disconnect);
        looking.close();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private double ageMillis() {
        return Math.max(0, clock.millis() - lookedAt);
    }

    private void look() {
        try {
            show(observer().look());
            lookedAt = clock.millis();
        } catch (KafkaException e) {
            log.warn("the log cannot be watched, trying again: {}", e.toString());
            startAnew();
        } catch (RuntimeException e) {
            // An exception would end the schedule.
            log.error("the log cannot be watched", e);
            startAnew();
        }
    }

    private void startAnew() {
        newest = null;
        show(List.of(), Map.of());
        disconnect();
    }

    private LogObserver observer() {
        if (admin == null) {
            admin = clients.admin();
        }
        if (peek == null) {
            peek = clients.peek();
        }
        return new LogObserver(admin, peek, clock);
    }

    private void disconnect() {
        if (admin != null) {
            admin.close(Duration.ZERO);
            admin = null;
        }
        if (peek != null) {
            peek.close();
            peek = null;
        }
    }

    private void show(LogObservation seen) {
        newest = seen;
        show(seen.lags(), seen.ends());
    }

    private void show(List<GroupLag> lags, Map<TopicPartition, Long> endOffsets) {
        lagRecords.register(rows(lags, GroupLag::records), true);
        lagSeconds.register(rows(lags, GroupLag::seconds), true);
        committed.register(rows(lags, GroupLag::committed), true);
        ends.register(
                endOffsets.entrySet().stream()
                        .map(end -> MultiGauge.Row.of(tags(end.getKey()), end.getValue()))
                        .toList(),
                true);
    }

    private static List<MultiGauge.Row<?>> rows(List<GroupLag> lags, ToDoubleFunction<GroupLag> figure) {
        return lags.stream()
                .<MultiGauge.Row<?>>map(lag ->
                        MultiGauge.Row.of(tags(lag.partition()).and("group", lag.group()), figure.applyAsDouble(lag)))
                .toList();
    }

    private static Tags tags(TopicPartition partition) {
        return Tags.of("topic", partition.topic(), "partition", Integer.toString(partition.partition()));
    }
}
