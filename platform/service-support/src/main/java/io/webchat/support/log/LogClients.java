package io.webchat.support.log;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.ProducerFactory;

/**
 * Makes Kafka clients that read and write bytes. Producers are idempotent, wait for all in-sync replicas and do not
 * linger; consumers see committed records only.
 */
public final class LogClients {
    /**
     * How long a member of a consumer group ({@code group.protocol=consumer}) may poll at a time. Kafka's consumer does
     * not fetch again after an empty answer before the poll in which it came has ended, so a long one leaves gaps of a
     * second in which nothing arrives (KAFKA-20780, in 4.2 and not in the classic protocol).
     */
    public static final Duration GROUP_POLL_TIMEOUT = Duration.ofMillis(50);

    /**
     * How long the broker may hold a group member's fetch. A partition whose records wait in the client's buffer is not
     * part of the next fetch, and what comes to it meanwhile waits for that fetch to end.
     */
    private static final int GROUP_FETCH_WAIT_MILLIS = 100;

    private final LogProperties properties;

    LogClients(LogProperties properties) {
        this.properties = properties;
    }

    /** An admin client; the caller closes it. */
    public Admin admin() {
        return Admin.create(Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                properties.bootstrapServers(),
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
                millis(properties.requestTimeout()),
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                30_000));
    }

    /** A consumer outside any group, for one thread; the caller assigns, seeks and closes it. */
    public Consumer<byte[], byte[]> tailConsumer() {
        return new KafkaConsumer<>(consumerConfig());
    }

    /** What every consumer of the log has in common. */
    public Map<String, Object> consumerConfig() {
        var config = new HashMap<String, Object>();
        config.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, properties.bootstrapServers());
        config.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        config.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        return config;
    }

    /** What every member of a consumer group has in common. Poll with {@link #GROUP_POLL_TIMEOUT}. */
    public Map<String, Object> groupConsumerConfig() {
        var config = consumerConfig();
        config.put(ConsumerConfig.GROUP_PROTOCOL_CONFIG, "consumer");
        config.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, GROUP_FETCH_WAIT_MILLIS);
        return config;
    }

    /** Producers for appends that stand alone. */
    public ProducerFactory<byte[], byte[]> producers() {
        return new DefaultKafkaProducerFactory<>(producerConfig());
    }

    /**
     * Producers of transactions.
     *
     * @param transactionIdPrefix unique to this instance: zombies are fenced by the generation of their consumer group
     * @param timeout after which the broker aborts a transaction whose producer is gone
     */
    public ProducerFactory<byte[], byte[]> transactionalProducers(String transactionIdPrefix, Duration timeout) {
        var config = producerConfig();
        config.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, millis(timeout));
        var factory = new DefaultKafkaProducerFactory<byte[], byte[]>(config);
        factory.setTransactionIdPrefix(transactionIdPrefix);
        return factory;
    }

    private Map<String, Object> producerConfig() {
        var config = new HashMap<String, Object>();
        config.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, properties.bootstrapServers());
        config.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        config.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        config.put(ProducerConfig.ACKS_CONFIG, "all");
        config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        config.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, millis(properties.maxBlock()));
        config.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, millis(properties.requestTimeout()));
        config.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, millis(properties.deliveryTimeout()));
        config.put(CommonClientConfigs.RECONNECT_BACKOFF_MAX_MS_CONFIG, 1_000);
        return config;
    }

    private static int millis(Duration duration) {
        return Math.toIntExact(duration.toMillis());
    }
}
