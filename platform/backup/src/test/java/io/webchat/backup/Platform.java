package io.webchat.backup;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import io.webchat.log.Topic;
import io.webchat.standalone.engine.EmbeddedKafka;
import io.webchat.standalone.engine.EmbeddedMongo;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** A Kafka and a store, as the services leave them behind. */
final class Platform implements AutoCloseable {
    private final EmbeddedKafka kafka;
    private final EmbeddedMongo mongo;
    private final MongoClient client;
    private final String database = "webchat-" + UUID.randomUUID();

    Platform(Path dir) {
        kafka = EmbeddedKafka.start(dir, 0);
        mongo = EmbeddedMongo.start(null, 0);
        client = MongoClients.create(mongo.uri());
    }

    Endpoints endpoints() {
        return new Endpoints(kafka.bootstrapServers(), mongo.uri(), database);
    }

    /** As the command line names it. */
    List<String> options() {
        return List.of("--kafka", kafka.bootstrapServers(), "--mongo", mongo.uri(), "--database", database);
    }

    MongoDatabase store() {
        return client.getDatabase(database);
    }

    Admin admin() {
        return Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, kafka.bootstrapServers()));
    }

    void createTopics() throws Exception {
        try (var admin = admin()) {
            admin.createTopics(Arrays.stream(Topic.values())
                            .map(topic -> topic.definition((short) 1))
                            .toList())
                    .all()
                    .get();
        }
    }

    /** Makes it as empty as before anything was there. */
    void clear() throws Exception {
        store().drop();
        try (var admin = admin()) {
            admin.deleteTopics(admin.listTopics().names().get()).all().get();
        }
    }

    /** Appends one record alone, or in transactions if it has an id for them. */
    KafkaProducer<byte[], byte[]> producer(String transactionalId) {
        var config = new HashMap<String, Object>(Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                kafka.bootstrapServers(),
                ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG,
                ByteArraySerializer.class,
                ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG,
                ByteArraySerializer.class,
                ProducerConfig.LINGER_MS_CONFIG,
                0));
        if (!transactionalId.isEmpty()) {
            config.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, transactionalId);
        }
        return new KafkaProducer<>(config);
    }

    /** All committed records of a topic, partition by partition. */
    List<ConsumerRecord<byte[], byte[]>> records(Topic topic) {
        var places = IntStream.range(0, Topic.PARTITIONS)
                .mapToObj(partition -> new TopicPartition(topic.topicName(), partition))
                .toList();
        try (var consumer = new KafkaConsumer<byte[], byte[]>(Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                kafka.bootstrapServers(),
                ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG,
                ByteArrayDeserializer.class,
                ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG,
                ByteArrayDeserializer.class,
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                "read_committed",
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                "earliest"))) {
            consumer.assign(places);
            var ends = consumer.endOffsets(places);
            var result = new ArrayList<ConsumerRecord<byte[], byte[]>>();
            while (places.stream().anyMatch(place -> consumer.position(place) < ends.get(place))) {
                consumer.poll(Duration.ofMillis(100)).forEach(result::add);
            }
            result.sort(Comparator.<ConsumerRecord<byte[], byte[]>>comparingInt(ConsumerRecord::partition)
                    .thenComparingLong(ConsumerRecord::offset));
            return result;
        }
    }

    /** What makes a record what it is, its offset left out. */
    static String identity(ConsumerRecord<byte[], byte[]> record, String... withoutHeaders) {
        var headers = Arrays.stream(record.headers().toArray())
                .filter(header -> !List.of(withoutHeaders).contains(header.key()))
                .map(header -> header.key() + "=" + new String(header.value(), UTF_8))
                .toList();
        return String.join(
                "|",
                Integer.toString(record.partition()),
                Long.toString(record.timestamp()),
                new String(record.key(), UTF_8),
                record.value() == null ? "tombstone" : new String(record.value(), UTF_8),
                headers.toString());
    }

    @Override
    public void close() {
        client.close();
        mongo.close();
        kafka.close();
    }
}
