package io.webchat.benchmark.push;

import io.webchat.benchmark.Brokers;
import io.webchat.benchmark.Latency;
import io.webchat.client.load.OpenLoop;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLongArray;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * The platform's own Kafka with nothing around it: records of the same size to a topic of the run's own, and a
 * consumer.
 */
final class KafkaEcho implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration POLL = Duration.ofMillis(100);

    private final TopicPartition topic =
            new TopicPartition("webchat.bench." + Long.toString(System.currentTimeMillis(), 36), 0);
    private final String bootstrapServers;
    private final Admin admin;
    private final KafkaProducer<byte[], byte[]> producer;

    private KafkaEcho(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
        this.admin = Admin.create(Brokers.settings(bootstrapServers));
        var settings = Brokers.settings(bootstrapServers);
        settings.putAll(Map.of("acks", "all", "linger.ms", 0));
        this.producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** Connects, and makes the topic, in which nothing stays if nobody deletes it. */
    static KafkaEcho create(String bootstrapServers) throws ExecutionException, InterruptedException {
        var echo = new KafkaEcho(bootstrapServers);
        try {
            var definition = new NewTopic(echo.topic.topic(), Optional.of(1), Optional.empty())
                    .configs(Map.of(TopicConfig.RETENTION_MS_CONFIG, "3600000"));
            echo.admin.createTopics(List.of(definition)).all().get();
            return echo;
        } catch (ExecutionException | InterruptedException | RuntimeException e) {
            echo.close();
            throw e;
        }
    }

    /** How soon records are consumed once they have been acknowledged. */
    Latency deliveries(int count, int perSecond) throws InterruptedException {
        var consumed = new AtomicLongArray(count);
        var missing = new CountDownLatch(count);
        var ready = new CountDownLatch(1);
        var reader = Thread.ofPlatform().daemon().start(() -> consume(consumed, missing, ready));
        ready.await();
        var acknowledged = new OpenLoop(count, perSecond).run((index, due) -> {
            var value = ByteBuffer.allocate(4 + Plan.MESSAGE_CHARACTERS)
                    .putInt(index)
                    .array();
            producer.send(new ProducerRecord<>(topic.topic(), topic.partition(), null, value))
                    .get();
            return System.nanoTime();
        });
        if (!missing.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            throw new IllegalStateException("bare Kafka did not deliver " + missing.getCount() + " records");
        }
        reader.join();
        var latencies = new ArrayList<Long>();
        for (var i = 0; i < count; i++) {
            latencies.add(Math.max(0, consumed.get(i) - acknowledged.get(i).resultNow()));
        }
        return Latency.of(latencies);
    }

    private void consume(AtomicLongArray consumed, CountDownLatch missing, CountDownLatch ready) {
        try (var consumer = new KafkaConsumer<>(
                Brokers.settings(bootstrapServers), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(List.of(topic));
            consumer.seekToEnd(List.of(topic));
            consumer.position(topic);
            ready.countDown();
            while (missing.getCount() > 0) {
                for (var record : consumer.poll(POLL)) {
                    consumed.set(ByteBuffer.wrap(record.value()).getInt(), System.nanoTime());
                    missing.countDown();
                }
            }
        }
    }

    @Override
    public void close() {
        producer.close(PATIENCE);
        admin.deleteTopics(List.of(topic.topic()));
        admin.close(PATIENCE);
    }
}
