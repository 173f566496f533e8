package io.webchat.support.watch;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.Timer;
import io.webchat.log.Envelope;
import io.webchat.log.Ids;
import io.webchat.log.Timestamps;
import io.webchat.support.log.KafkaFutures;
import io.webchat.support.log.LogClients;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.KafkaTemplate;

/**
 * One synthetic record a minute in {@code webchat.canary}, so that a log in which nothing happens differs from one that
 * is broken. Every service reads them and tells how old the newest is ({@code webchat.canary.age}); those that are
 * asked to emit append one when they have seen none for a minute, so there is one a minute however many they are, or
 * now and then two.
 */
final class Canary implements SmartLifecycle {
    static final String TOPIC = "webchat.canary";
    static final String TYPE = "webchat.canary.emitted.v1";

    private static final Logger log = LoggerFactory.getLogger(Canary.class);
    private static final TopicPartition PARTITION = new TopicPartition(TOPIC, 0);
    private static final Duration POLL = Duration.ofSeconds(1);

    private final LogClients clients;
    private final KafkaTemplate<byte[], byte[]> template;
    private final CanaryProperties properties;
    private final short replicationFactor;
    private final String source;
    private final Clock clock;
    private final Timer delay;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private volatile @Nullable Consumer<byte[], byte[]> reading;
    private volatile long newest;
    private volatile boolean running;

    Canary(
            LogClients clients,
            KafkaTemplate<byte[], byte[]> template,
            CanaryProperties properties,
            short replicationFactor,
            String service,
            Clock clock,
            MeterRegistry meters) {
        this.clients = clients;
        this.template = template;
        this.properties = properties;
        this.replicationFactor = replicationFactor;
        this.source = "/webchat/" + service;
        this.clock = clock;
        this.newest = clock.millis();
        this.delay = Timer.builder("webchat.canary.delay")
                .description("From the append of a canary to its arrival here")
                .register(meters);
        TimeGauge.builder("webchat.canary.age", this, TimeUnit.MILLISECONDS, Canary::ageMillis)
                .description("Since the newest canary that has arrived here was appended; since the start before any")
                .register(meters);
    }

    @Override
    public void start() {
        running = true;
        Thread.ofPlatform().name("canary").daemon().start(this::run);
    }

    @Override
    public void stop() {
        running = false;
        stopping.countDown();
        var consumer = reading;
        if (consumer != null) {
            consumer.wakeup();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private double ageMillis() {
        return Math.max(0, clock.millis() - newest);
    }

    private void run() {
        while (!isStopping(Duration.ZERO)) {
            try (var consumer = clients.tailConsumer()) {
                reading = consumer;
                ensureTopic();
                consumer.assign(List.of(PARTITION));
                seekToNewest(consumer);
                listen(consumer);
            } catch (WakeupException e) {
                log.debug("the canary is being stopped");
            } catch (KafkaException e) {
                log.warn("the canary's topic cannot be read, trying again: {}", e.toString());
                isStopping(POLL);
            } catch (RuntimeException e) {
                // An exception would end the thread.
                log.error("the canary's topic cannot be read, trying again", e);
                isStopping(POLL);
            }
        }
    }

    private void seekToNewest(Consumer<byte[], byte[]> consumer) {
        var end = consumer.endOffsets(List.of(PARTITION)).getOrDefault(PARTITION, 0L);
        var beginning = consumer.beginningOffsets(List.of(PARTITION)).getOrDefault(PARTITION, 0L);
        consumer.seek(PARTITION, Math.max(beginning, end - 1));
    }

    private void listen(Consumer<byte[], byte[]> consumer) {
        var emitted = 0L;
        var began = clock.millis();
        while (!isStopping(Duration.ZERO)) {
            for (var record : consumer.poll(POLL)) {
                newest = Math.max(newest, record.timestamp());
                // The newest one was there before anybody listened.
                if (record.timestamp() >= began) {
                    delay.record(Duration.ofMillis(Math.max(0, clock.millis() - record.timestamp())));
                }
            }
            var due = Math.max(newest, emitted) + properties.interval().toMillis();
            if (properties.emit() && clock.millis() >= due) {
                emitted = clock.millis();
                emit();
            }
        }
    }

    private void emit() {
        var now = clock.instant();
        var envelope = Envelope.of(Ids.fresh().toString(), source, TYPE, now, "canary");
        var value = "{\"at\":\"" + Timestamps.format(now) + "\"}";
        template.send(new ProducerRecord<>(TOPIC, 0, null, null, value.getBytes(UTF_8), envelope.toHeaders()))
                .whenComplete((sent, failure) -> {
                    if (failure != null) {
                        log.warn("the canary could not be appended: {}", failure.toString());
                    }
                });
    }

    private void ensureTopic() {
        var topic = new NewTopic(TOPIC, 1, replicationFactor)
                .configs(Map.of(
                        TopicConfig.CLEANUP_POLICY_CONFIG,
                        TopicConfig.CLEANUP_POLICY_DELETE,
                        TopicConfig.RETENTION_MS_CONFIG,
                        Long.toString(Duration.ofDays(1).toMillis()),
                        TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG,
                        Integer.toString(Math.max(1, replicationFactor - 1))));
        try (var admin = clients.admin()) {
            KafkaFutures.await(admin.createTopics(List.of(topic)).all());
        } catch (TopicExistsException e) {
            log.debug("the canary's topic is there");
        }
    }

    private boolean isStopping(Duration wait) {
        try {
            return stopping.await(wait.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
