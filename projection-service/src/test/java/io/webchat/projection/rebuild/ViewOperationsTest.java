package io.webchat.projection.rebuild;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.webchat.domain.structure.CommandId;
import io.webchat.domain.structure.ServerEvent;
import io.webchat.domain.structure.ServerId;
import io.webchat.log.Ids;
import io.webchat.log.LogRecords;
import io.webchat.log.Partitioning;
import io.webchat.log.Topic;
import io.webchat.projection.Community;
import io.webchat.projection.ProjectionServiceApplication;
import io.webchat.projection.Queries;
import io.webchat.support.log.LogClients;
import io.webchat.test.ServiceInstance;
import io.webchat.test.TestUser;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What operators see of views, and do with them, at whichever of two instances that share a store. */
class ViewOperationsTest {
    private static final String DATABASE = "MONGO_DATABASE=operated-" + Ids.fresh();
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final ServiceInstance ONE = start();
    private static final ServiceInstance OTHER = start();
    private static final TestUser OPERATOR = ONE.operator();

    private static ServiceInstance start() {
        return ServiceInstance.start(ProjectionServiceApplication.class, DATABASE);
    }

    @AfterAll
    static void stop() {
        OTHER.close();
        ONE.close();
    }

    @ParameterizedTest
    @CsvSource({
        "GET,  /api/operations/views",
        "POST, /api/operations/views/timeline",
        "GET,  /api/operations/views/timeline/comparison",
        "GET,  /api/operations/dead-letters",
        "GET,  /api/operations/dead-letters/webchat.messages.dlt/0/0",
        "POST, /api/operations/dead-letters/webchat.messages.dlt/0/0/replay",
        "GET,  /api/operations/alerts",
    })
    void nobodyElseIsLetIn(String method, String path) {
        http(ONE)
                .method(HttpMethod.valueOf(method))
                .uri(path)
                .exchange()
                .expectStatus()
                .isUnauthorized();
        var body = Map.of("action", "rebuild");
        http(ONE)
                .method(HttpMethod.valueOf(method))
                .uri(path)
                .header("Authorization", ONE.user().bearer())
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange()
                .expectStatus()
                .isForbidden()
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:webchat:problem:missing-permission");
        assertThat(view(ONE, "timeline").has("building")).isFalse();
    }

    @Test
    void bothInstancesTellWhereEveryViewIsInEachPartition() {
        var community = Community.founded(ONE);
        community.posted("Hello");
        var partition = Partitioning.partitionOf(community.channel.value());
        Queries.at(ONE).found(community, "/api/channels/" + community.channel + "/messages");

        for (var instance : List.of(ONE, OTHER)) {
            await().atMost(PATIENCE).untilAsserted(() -> {
                var view = view(instance, "timeline");
                var live = view.get("live");
                assertThat(view.get("topic").asString()).isEqualTo("webchat.messages");
                assertThat(live.get("number").asLong()).isPositive();
                assertThat(live.get("partitions").size()).isEqualTo(12);
                assertThat(live.get("lagRecords").asLong()).isZero();
                assertThat(live.get("lagSeconds").asDouble()).isZero();
                assertThat(live.has("rate")).as("asked before").isTrue();
                var its = live.get("partitions").get(partition);
                assertThat(its.get("position").asLong())
                        .isPositive()
                        .isEqualTo(its.get("end").asLong());
                assertThat(live.get("applied").asLong())
                        .isGreaterThanOrEqualTo(its.get("position").asLong());
            });
        }
        var names = views(ONE).valueStream().map(view -> view.get("view").asString());
        assertThat(names).contains("timeline", "reads", "servers", "members", "audit", "profiles");
    }

    @Test
    void theMarkersOfTransactionsAreNoLag() {
        var producers = ONE.bean(LogClients.class).transactionalProducers("lag-" + Ids.fresh(), PATIENCE);
        var log = new KafkaTemplate<>(producers);
        for (var round = 0; round < 2 * Topic.PARTITIONS; round++) {
            var founded = new ServerEvent.Created(new ServerId(Ids.fresh()), "Crew", OPERATOR.id(), Instant.now());
            log.executeInTransaction(
                    one -> one.send(new LogRecords("/webchat/test").structure(founded, new CommandId(Ids.fresh()))));
        }
        log.destroy();

        await().atMost(PATIENCE)
                .untilAsserted(() -> views(ONE)
                        .valueStream()
                        .filter(view -> view.get("topic").asString().equals("webchat.structure"))
                        .forEach(view -> {
                            var live = view.get("live");
                            assertThat(live.get("lagRecords").asLong()).isZero();
                            assertThat(live.path("lagSeconds").asDouble(-1)).isZero();
                        }));
    }

    @Test
    void aViewIsBuiltComparedSwitchedToBroughtBackAndGivenUp() {
        var community = Community.founded(ONE);
        Queries.at(ONE).found(community, "/api/servers/" + community.server + "/members");
        var before = view(ONE, "members").get("live").get("number").asLong();

        refused(act("members", "switch"), 409, "is not being rebuilt");
        refused(act("members", "back"), 409, "has no former generation");
        refused(compare("members"), 409, "has one generation only");

        var begun = answer(act("members", "rebuild"));
        var built = begun.get("building").get("number").asLong();
        assertThat(built).isGreaterThan(before);
        assertThat(begun.get("live").get("number").asLong()).isEqualTo(before);
        assertThat(answer(act("members", "rebuild"))
                        .get("building")
                        .get("number")
                        .asLong())
                .as("nothing is begun twice")
                .isEqualTo(built);
        await().atMost(PATIENCE).untilAsserted(() -> {
            var view = view(OTHER, "members");
            assertThat(view.get("caughtUp").asBoolean()).isTrue();
            assertThat(view.get("building").get("lagRecords").asLong()).isZero();
            assertThat(view.get("building").get("applied").asLong())
                    .isEqualTo(view.get("live").get("applied").asLong());
        });
        assertThat(answer(compare("members")).get("same").asBoolean()).isTrue();

        var switched = answer(act("members", "switch"));
        assertThat(switched.get("live").get("number").asLong()).isEqualTo(built);
        assertThat(switched.get("previous").get("number").asLong()).isEqualTo(before);
        assertThat(switched.has("building")).isFalse();
        assertThat(switched.has("caughtUp")).isFalse();
        assertThat(answer(act("members", "back")).get("live").get("number").asLong())
                .isEqualTo(before);
        assertThat(answer(act("members", "drop")).has("previous")).isFalse();
        answer(act("members", "rebuild"));
        assertThat(answer(act("members", "stop")).has("building")).isFalse();
    }

    @Test
    void aViewThatThereIsNotIsNamed() {
        for (var answer : List.of(act("nonsense", "rebuild"), compare("nonsense"))) {
            answer.expectStatus()
                    .isNotFound()
                    .expectBody()
                    .jsonPath("$.type")
                    .isEqualTo("urn:webchat:problem:not-found")
                    .jsonPath("$.errors[0].field")
                    .isEqualTo("view")
                    .jsonPath("$.errors[0].message")
                    .value(String.class, message -> assertThat(message).contains("timeline"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"action\":null}", "{\"action\":\"compare\"}", "{\"action\":\"REBUILD\"}"})
    void anActionThatThereIsNotIsNamed(String body) {
        post("/api/operations/views/timeline", body)
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("action")
                .jsonPath("$.errors[0].message")
                .isEqualTo("must be one of rebuild, switch, back, stop, drop");
    }

    private static void refused(ResponseSpec answer, int status, String why) {
        answer.expectStatus()
                .isEqualTo(status)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:webchat:problem:conflicting-state")
                .jsonPath("$.detail")
                .value(String.class, detail -> assertThat(detail).contains(why));
    }

    private static JsonNode view(ServiceInstance instance, String name) {
        return views(instance)
                .valueStream()
                .filter(view -> view.get("view").asString().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode views(ServiceInstance instance) {
        return answer(get(instance, "/api/operations/views")).get("views");
    }

    private static ResponseSpec act(String view, String action) {
        return post("/api/operations/views/" + view, "{\"action\":\"" + action + "\"}");
    }

    private static ResponseSpec compare(String view) {
        return get(ONE, "/api/operations/views/" + view + "/comparison");
    }

    private static ResponseSpec post(String path, String body) {
        return http(ONE)
                .post()
                .uri(path)
                .header("Authorization", OPERATOR.bearer())
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange();
    }

    private static ResponseSpec get(ServiceInstance instance, String path) {
        return http(instance)
                .get()
                .uri(path)
                .header("Authorization", OPERATOR.bearer())
                .exchange();
    }

    private static JsonNode answer(ResponseSpec response) {
        var body = response.expectStatus().isOk().returnResult(String.class).getResponseBody();
        return new JsonMapper().readTree(body);
    }

    private static RestTestClient http(ServiceInstance instance) {
        return Queries.at(instance).http();
    }
}
