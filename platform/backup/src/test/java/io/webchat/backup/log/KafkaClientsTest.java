package io.webchat.backup.log;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.webchat.log.KafkaConnection;
import io.webchat.log.Topic;
import io.webchat.standalone.engine.EmbeddedKafka;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A Kafka that asks who comes is told by every client. */
class KafkaClientsTest {
    private static final TopicPartition PLACE = new TopicPartition(Topic.USERS.topicName(), 0);

    @Test
    void all_clients_say_who_they_are(@TempDir Path folder) {
        try (var kafka = EmbeddedKafka.startSecured(folder, Map.of(EmbeddedKafka.ADMIN, "s3cret"), Map.of())) {
            var clients = clients(kafka, "s3cret");
            try (var admin = clients.admin();
                    var producer = clients.producer();
                    var consumer = clients.consumer()) {
                new EmptyLog(admin, "webchat").create((short) 1);
                producer.send(new ProducerRecord<>(PLACE.topic(), 0, "a".getBytes(UTF_8), "b".getBytes(UTF_8)));
                producer.flush();

                consumer.assign(List.of(PLACE));
                assertThat(consumer.poll(Duration.ofSeconds(30)).count()).isOne();
            }
            try (var admin = clients(kafka, "another").admin()) {
                assertThatThrownBy(() -> new EmptyLog(admin, "webchat").findings())
                        .hasMessageContaining("Kafka: Authentication failed")
                        .hasMessageNotContaining("another");
            }
        }
    }

    private static KafkaClients clients(EmbeddedKafka kafka, String password) {
        var environment = Map.of(
                "KAFKA_SECURITY_PROTOCOL",
                "SASL_PLAINTEXT",
                "KAFKA_SASL_MECHANISM",
                "PLAIN",
                "KAFKA_SASL_USERNAME",
                EmbeddedKafka.ADMIN,
                "KAFKA_SASL_PASSWORD",
                password);
        return new KafkaClients(KafkaConnection.of(kafka.bootstrapServers(), environment::get));
    }
}
