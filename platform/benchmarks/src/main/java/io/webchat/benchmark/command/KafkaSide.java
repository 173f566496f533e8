package io.webchat.benchmark.command;

import io.webchat.benchmark.Brokers;
import io.webchat.log.Topic;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * The platform's own Kafka with nothing around it: records of the same size, written with the settings that the
 * services write with, to a topic that exists for the time of the run. The platform's topics are not touched.
 */
final class KafkaSide implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration RETENTION = Duration.ofHours(1);

    private final String topic = "webchat.bench." + Long.toString(System.currentTimeMillis(), 36);
    private final Lock transaction = new ReentrantLock();
    private final Admin admin;
    private final Producer<byte[], byte[]> producer;
    private final Producer<byte[], byte[]> transactions;

    private KafkaSide(String bootstrapServers) {
        this.admin = Admin.create(Brokers.settings(bootstrapServers));
        this.producer = new KafkaProducer<>(settings(bootstrapServers));
        var transactional = settings(bootstrapServers);
        transactional.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, topic);
        this.transactions = new KafkaProducer<>(transactional);
    }

    /** Connects, and makes the topic. */
    static KafkaSide create(String bootstrapServers) throws ExecutionException, InterruptedException {
        var side = new KafkaSide(bootstrapServers);
        try {
            // If the run is cut off, nobody deletes the topic: what is in it must not stay.
            var definition = new NewTopic(side.topic, Optional.of(Topic.PARTITIONS), Optional.empty())
                    .configs(Map.of(TopicConfig.RETENTION_MS_CONFIG, Long.toString(RETENTION.toMillis())));
            side.admin.createTopics(List.of(definition)).all().get();
            side.transactions.initTransactions();
            return side;
        } catch (ExecutionException | InterruptedException | RuntimeException e) {
            side.close();
            throw e;
        }
    }

    /** Writes a record and waits until all in-sync replicas have it. */
    void send(int index) throws Exception {
        producer.send(Messages.record(topic, partition(index))).get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    /** Commits two records, as a structural command does with its fact and its outcome. One transaction at a time. */
    void transact(int index) {
        transaction.lock();
        try {
            transactions.beginTransaction();
            transactions.send(Messages.record(topic, partition(index)));
            transactions.send(Messages.record(topic, partition(index + 1)));
            transactions.commitTransaction();
        } finally {
            transaction.unlock();
        }
    }

    @Override
    public void close() {
        producer.close(PATIENCE);
        transactions.close(PATIENCE);
        admin.deleteTopics(List.of(topic));
        admin.close(PATIENCE);
    }

    private static int partition(int index) {
        return index % Topic.PARTITIONS;
    }

    private static Map<String, Object> settings(String bootstrapServers) {
        var settings = Brokers.settings(bootstrapServers);
        settings.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        settings.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        return settings;
    }
}
