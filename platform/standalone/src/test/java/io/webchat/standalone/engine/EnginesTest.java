package io.webchat.standalone.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClients;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redis.clients.jedis.RedisClient;

class EnginesTest {
    @TempDir
    Path dir;

    @Test
    void kafka_has_its_records_again_after_a_restart_under_another_port() throws Exception {
        try (var kafka = EmbeddedKafka.start(dir, 0)) {
            createTopic(kafka);
            appendInTransaction(kafka, "hello");
        }
        try (var kafka = EmbeddedKafka.start(dir, 0)) {
            assertThat(firstValue(kafka)).isEqualTo("hello");
        }
    }

    @Test
    void two_brokers_live_in_one_jvm_and_close_twice() throws Exception {
        try (var one = EmbeddedKafka.start(dir.resolve("one"), 0);
                var two = EmbeddedKafka.start(dir.resolve("two"), 0)) {
            createTopic(one);
            createTopic(two);
            appendInTransaction(one, "in one");
            appendInTransaction(two, "in two");
            assertThat(firstValue(one)).isEqualTo("in one");
            assertThat(firstValue(two)).isEqualTo("in two");
            one.close();
            one.close();
        }
    }

    @Test
    void the_store_has_its_documents_again_after_a_restart() {
        try (var mongo = EmbeddedMongo.start(dir, 0)) {
            try (var client = MongoClients.create(mongo.uri())) {
                client.getDatabase("webchat").getCollection("things").insertOne(new Document("_id", 1));
            }
        }
        try (var mongo = EmbeddedMongo.start(dir, 0);
                var client = MongoClients.create(mongo.uri())) {
            assertThat(client.getDatabase("webchat").getCollection("things").find())
                    .containsExactly(new Document("_id", 1));
        }
    }

    @Test
    void redis_has_its_values_again_after_a_restart() {
        try (var redis = EmbeddedRedis.start(dir, 0)) {
            try (var client = RedisClient.create(redis.uri())) {
                client.set("key", "value");
            }
        }
        try (var redis = EmbeddedRedis.start(dir, 0);
                var client = RedisClient.create(redis.uri())) {
            assertThat(client.get("key")).isEqualTo("value");
        }
    }

    private static void createTopic(EmbeddedKafka kafka) throws Exception {
        try (var admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
            admin.createTopics(List.of(new NewTopic("topic", 1, (short) 1)))
                    .all()
                    .get();
        }
    }

    private static void appendInTransaction(EmbeddedKafka kafka, String value) throws Exception {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                kafka.bootstrapServers(),
                "transactional.id",
                UUID.randomUUID().toString());
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            producer.initTransactions();
            producer.beginTransaction();
            producer.send(new ProducerRecord<>("topic", value)).get();
            producer.commitTransaction();
        }
    }

    private static String firstValue(EmbeddedKafka kafka) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                kafka.bootstrapServers(),
                "isolation.level",
                "read_committed",
                "auto.offset.reset",
                "earliest",
                "enable.auto.commit",
                false);
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.assign(List.of(new TopicPartition("topic", 0)));
            var deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
            while (System.nanoTime() < deadline) {
                for (var record : consumer.poll(Duration.ofMillis(500))) {
                    return record.value();
                }
            }
        }
        throw new AssertionError("no record within 20 s");
    }
}
