package io.webchat.support.log;

import io.webchat.log.KafkaConnection;
import io.webchat.support.tracing.LogTracing;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.ProducerFactory;

/**
 * Makes Kafka clients that read and write bytes. Producers are idempotent, wait for all in-sync replicas and do not
 * linger; consumers see committed records only. What is appended in a recorded trace is a part of it
 * ({@link LogTracing}).
 */
public final class LogClients {
    /** A tail that asks how far the log goes is not fresh while it waits, and who asks it for freshness waits too. */
    private static final Duration TAIL_FETCH_WAIT = Duration.ofMillis(200);

    /** A member of a consumer group that shows no sign of life for as long has lost its partitions. */
    private static final Duration SESSION_TIMEOUT = Duration.ofSeconds(6);

    /** Micrometer reads a client's metrics: they are neither registered with JMX nor sent to the brokers. */
    private static final Map<String, Object> QUIET = Map.of(
            CommonClientConfigs.METRIC_REPORTER_CLASSES_CONFIG,
            "",
            CommonClientConfigs.ENABLE_METRICS_PUSH_CONFIG,
            false);

    private final KafkaConnection connection;
    private final LogProperties properties;
    private final LogTracing tracing;

    LogClients(KafkaConnection connection, LogProperties properties, LogTracing tracing) {
        this.connection = connection;
        this.properties = properties;
        this.tracing = tracing;
    }

    /** An admin client; the caller closes it. */
    public Admin admin() {
        var config = connection.clientConfig();
        config.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, millis(properties.requestTimeout()));
        config.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 30_000);
        return Admin.create(config);
    }

    /**
     * A consumer outside any group, for one thread; the caller assigns, seeks and closes it. Where nothing comes, a
     * question to a broker waits no longer than {@link #TAIL_FETCH_WAIT} behind its fetch.
     */
    public Consumer<byte[], byte[]> tailConsumer() {
        var config = consumerConfig();
        config.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, millis(TAIL_FETCH_WAIT));
        return new KafkaConsumer<>(config);
    }

    /** A look at partitions, for one thread at a time; the caller closes it. */
    public LogPeek peek() {
        return LogPeek.of(this);
    }

    /** What every consumer of the log has in common. */
    public Map<String, Object> consumerConfig() {
        var config = connection.clientConfig();
        config.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        config.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        config.putAll(QUIET);
        return config;
    }

    /**
     * What every member of a consumer group has in common. Members keep the partitions that need not move while others
     * do.
     *
     * <p>They speak the classic protocol. With the newer one, a consumer of Kafka 4.2 does not fetch again after an
     * empty answer before the poll in which it came has ended (KAFKA-20780): short polls and fetches make up for it,
     * and cost a quarter of a processor when nothing happens. The session's timeout would also be the brokers' to
     * decide.
     */
    public Map<String, Object> groupConsumerConfig() {
        var config = consumerConfig();
        config.put(ConsumerConfig.GROUP_PROTOCOL_CONFIG, "classic");
        config.put(
                ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG,
                List.of(CooperativeStickyAssignor.class.getName()));
        config.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, millis(SESSION_TIMEOUT));
        config.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, millis(SESSION_TIMEOUT) / 4);
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
        var config = connection.clientConfig();
        config.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        config.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        config.put(ProducerConfig.ACKS_CONFIG, "all");
        config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        config.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, millis(properties.maxBlock()));
        config.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, millis(properties.requestTimeout()));
        config.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, millis(properties.deliveryTimeout()));
        config.put(CommonClientConfigs.RECONNECT_BACKOFF_MAX_MS_CONFIG, 1_000);
        config.putAll(QUIET);
        config.putAll(tracing.producerConfig());
        return config;
    }

    private static int millis(Duration duration) {
        return Math.toIntExact(duration.toMillis());
    }
}
