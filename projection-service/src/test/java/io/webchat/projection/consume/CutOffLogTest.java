package io.webchat.projection.consume;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.webchat.domain.message.MessageEvent;
import io.webchat.domain.message.MessageId;
import io.webchat.domain.structure.CommandId;
import io.webchat.log.Ids;
import io.webchat.log.LogRecords;
import io.webchat.log.Topic;
import io.webchat.projection.Community;
import io.webchat.projection.ProjectionServiceApplication;
import io.webchat.projection.Queries;
import io.webchat.standalone.engine.EmbeddedKafka;
import io.webchat.support.log.LogClients;
import io.webchat.test.ServiceInstance;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.apache.kafka.common.errors.TopicExistsException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.http.MediaType;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.test.web.servlet.client.StatusAssertions;

/** A log that loses its tail under a running service. */
class CutOffLogTest {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final View TIMELINE = new View("timeline", Topic.MESSAGES);
    private static final Instant AT = Instant.parse("2026-01-31T12:34:56.789Z");

    @Test
    void aViewThatContainsWhatIsNoLongerInTheLogIsToldUntilAnotherIsRead(@TempDir Path folder) throws Exception {
        try (var kafka = EmbeddedKafka.start(folder, 0);
                var service = on(kafka)) {
            var community = Community.founded(service);
            for (var i = 0; i < 10; i++) {
                community.posted("lost");
            }
            Queries.at(service)
                    .found(community, "/api/channels/" + community.channel + "/messages")
                    .jsonPath("$.messages.length()")
                    .isEqualTo(10);

            makeAnew(service.bean(LogClients.class), Topic.MESSAGES);
            append(service.bean(LogClients.class), community, "found");

            var cutOffs = service.bean(CutOffs.class);
            await().atMost(PATIENCE).until(() -> cutOffs.of(TIMELINE) == 1);
            assertThat(gauge(service)).isOne();
            assertThat(shown(service, community, "content")).contains("lost");
            for (var i = 0; i < 20; i++) {
                append(service.bean(LogClients.class), community, "found");
            }
            // Though the log has grown beyond the view meanwhile.
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(shown(service, community, "content"))
                            .contains("found")
                            .hasSizeGreaterThan(10));
            assertThat(cutOffs.of(TIMELINE)).isOne();

            act(service, "rebuild").isOk();
            await().atMost(PATIENCE).untilAsserted(() -> act(service, "switch").isOk());

            await().atMost(PATIENCE).until(() -> cutOffs.of(TIMELINE) == 0);
            assertThat(gauge(service)).isZero();
            assertThat(shown(service, community, "content")).hasSize(21).containsOnly("found");
            assertThat(shown(service, community, "number"))
                    .isEqualTo(IntStream.rangeClosed(1, 21).boxed().toList());
        }
    }

    @Test
    void anotherGenerationNeedNotContainWhatIsNoLongerInTheLog(@TempDir Path folder) throws Exception {
        try (var kafka = EmbeddedKafka.start(folder, 0);
                var service = on(kafka)) {
            var community = Community.founded(service);
            community.posted("lost");
            Queries.at(service).found(community, "/api/channels/" + community.channel + "/messages");

            makeAnew(service.bean(LogClients.class), Topic.MESSAGES);
            await().atMost(PATIENCE).until(() -> service.bean(CutOffs.class).of(TIMELINE) == 1);
            act(service, "rebuild").isOk();
            await().atMost(PATIENCE).untilAsserted(() -> act(service, "switch").isOk());

            await().atMost(PATIENCE)
                    .untilAsserted(() ->
                            assertThat(shown(service, community, "content")).isEmpty());
        }
    }

    private static ServiceInstance on(EmbeddedKafka kafka) {
        return ServiceInstance.start(
                ProjectionServiceApplication.class, "KAFKA_BOOTSTRAP_SERVERS=" + kafka.bootstrapServers());
    }

    private static StatusAssertions act(ServiceInstance service, String action) {
        return RestTestClient.bindToServer()
                .baseUrl("http://127.0.0.1:"
                        + service.context().getEnvironment().getRequiredProperty("local.management.port"))
                .build()
                .post()
                .uri("/actuator/views/timeline")
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("action", action))
                .exchange()
                .expectStatus();
    }

    private static double gauge(ServiceInstance service) {
        return service.bean(MeterRegistry.class)
                .get("webchat.projection.cut.off")
                .tag("view", "timeline")
                .gauge()
                .value();
    }

    private static void makeAnew(LogClients clients, Topic topic) throws Exception {
        try (var admin = clients.admin()) {
            admin.deleteTopics(List.of(topic.topicName())).all().get();
            await().ignoreExceptionsMatching(CutOffLogTest::isThereStill).until(() -> {
                admin.createTopics(List.of(topic.definition((short) 1))).all().get();
                return true;
            });
        }
    }

    private static boolean isThereStill(Throwable e) {
        return e instanceof ExecutionException && e.getCause() instanceof TopicExistsException;
    }

    /** By a producer that knows nothing of the former topic. */
    private static void append(LogClients clients, Community community, String content) {
        var producers = clients.producers();
        try {
            var message = new MessageId(Ids.fresh());
            var event = MessageEvent.Posted.text(
                    community.server, community.channel, message, community.owner.id(), content, AT);
            new KafkaTemplate<>(producers)
                    .send(new LogRecords("/webchat/test").message(event, new CommandId(message.value()), 0))
                    .join();
        } finally {
            producers.reset();
        }
    }

    /** Without a token: that of the community covers what is lost. */
    private static List<Object> shown(ServiceInstance service, Community community, String field) {
        var found = new ArrayList<>();
        Queries.at(service)
                .http()
                .get()
                .uri("/api/channels/" + community.channel + "/messages")
                .header("Authorization", community.owner.bearer())
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.messages[*]." + field)
                .value(List.class, found::addAll);
        return found;
    }
}
