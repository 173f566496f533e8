package io.webchat.projection;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.webchat.log.Envelope;
import io.webchat.log.Topic;
import io.webchat.test.SecuredKafka;
import io.webchat.test.ServiceInstance;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.test.web.servlet.client.StatusAssertions;

class SecuredKafkaTest {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String USER = "projection-service";

    @Test
    void theServiceNeedsNoOtherRightsThanTheGuideLists(@TempDir Path folder) throws Exception {
        try (var kafka = SecuredKafka.start(folder)) {
            kafka.admit(USER);
            // The groups of the guide begin with the database.
            try (var service = ServiceInstance.start(
                            ProjectionServiceApplication.class, kafka.environmentOf(USER, "MONGO_DATABASE=webchat"));
                    var admin = kafka.admin()) {
                appendUnreadable(kafka);
                await().atMost(PATIENCE)
                        .until(() -> Stream.of(Topic.MESSAGES, Topic.STRUCTURE, Topic.USERS, Topic.READS)
                                .allMatch(topic -> hasDeadLetter(admin, topic)));

                await().atMost(PATIENCE).until(() -> groups(admin).contains("webchat-notifications"));
                act(service, "rebuild").isOk();
                await().atMost(PATIENCE)
                        .untilAsserted(() -> act(service, "switch").isOk());
                var groups = groups(admin).size();
                act(service, "drop").isOk();
                await().atMost(PATIENCE).until(() -> groups(admin).size() < groups);
            }
            assertThat(kafka.denied()).isEmpty();
        }
    }

    private static void appendUnreadable(SecuredKafka kafka) {
        var types = Map.of(
                Topic.MESSAGES, "webchat.message.posted.v1",
                Topic.STRUCTURE, "webchat.server.created.v1",
                Topic.USERS, "webchat.user.registered.v1",
                Topic.READS, "webchat.channel.read.v1");
        try (var producer =
                new KafkaProducer<>(kafka.clientConfig(), new ByteArraySerializer(), new ByteArraySerializer())) {
            types.forEach((topic, type) -> {
                var record =
                        new ProducerRecord<>(topic.topicName(), 0, "a/b/c".getBytes(UTF_8), "no JSON".getBytes(UTF_8));
                record.headers().add(Envelope.TYPE, type.getBytes(UTF_8));
                producer.send(record);
            });
            producer.flush();
        }
    }

    private static boolean hasDeadLetter(Admin admin, Topic topic) {
        var place = new TopicPartition(topic.deadLetterTopicName(), 0);
        return admin.listOffsets(Map.of(place, OffsetSpec.latest()))
                        .all()
                        .toCompletionStage()
                        .toCompletableFuture()
                        .join()
                        .get(place)
                        .offset()
                > 0;
    }

    private static List<String> groups(Admin admin) throws Exception {
        return admin.listGroups().all().get().stream()
                .map(GroupListing::groupId)
                .toList();
    }

    private static StatusAssertions act(ServiceInstance service, String action) {
        return RestTestClient.bindToServer()
                .baseUrl("http://127.0.0.1:"
                        + service.context().getEnvironment().getRequiredProperty("local.management.port"))
                .build()
                .post()
                .uri("/actuator/views/profiles")
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("action", action))
                .exchange()
                .expectStatus();
    }
}
