package io.webchat.backup.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.webchat.log.KafkaConnection;
import io.webchat.log.Topic;
import io.webchat.standalone.engine.EmbeddedKafka;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class EmptyLogTest {
    @Test
    @Timeout(120)
    void runningServicesAreNoticedWhateverTheirDatabaseIsCalled(@TempDir Path folder) {
        try (var kafka = EmbeddedKafka.start(folder, 0);
                var admin = new KafkaClients(KafkaConnection.open(kafka.bootstrapServers())).admin()) {
            new EmptyLog(admin, "chat").create((short) 1);
            assertThat(new EmptyLog(admin, "chat").findings()).isEmpty();
            try (var service = member(kafka, "chat-projection-timeline");
                    var stranger = member(kafka, "statistics")) {
                while (!isMember(service) || !isMember(stranger)) {
                    assertThat(Thread.currentThread().isInterrupted()).isFalse();
                }

                assertThat(new EmptyLog(admin, "chat").findings())
                        .containsExactly("consumer group chat-projection-timeline has members: services run");
            }
        }
    }

    private static KafkaConsumer<byte[], byte[]> member(EmbeddedKafka kafka, String group) {
        var consumer = new KafkaConsumer<>(
                Map.<String, Object>of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        kafka.bootstrapServers(),
                        ConsumerConfig.GROUP_ID_CONFIG,
                        group),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        consumer.subscribe(List.of(Topic.MESSAGES.topicName()));
        return consumer;
    }

    private static boolean isMember(KafkaConsumer<byte[], byte[]> consumer) {
        consumer.poll(Duration.ofMillis(100));
        return !consumer.assignment().isEmpty();
    }
}
