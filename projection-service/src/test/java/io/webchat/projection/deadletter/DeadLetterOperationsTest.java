package io.webchat.projection.deadletter;

import static org.assertj.core.api.Assertions.assertThat;

import io.webchat.log.Ids;
import io.webchat.projection.Community;
import io.webchat.projection.Queries;
import io.webchat.test.ServiceInstance;
import io.webchat.test.TestUser;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What operators see of dead letters over HTTP, and do with them. */
class DeadLetterOperationsTest {
    private static final ServiceInstance SERVICE =
            ServiceInstance.start(MendableTimeline.class, "MONGO_DATABASE=letters-" + Ids.fresh());
    private static final TestUser OPERATOR = SERVICE.operator();
    private static final String LETTERS = "/api/operations/dead-letters";

    private final Community community = Community.founded(SERVICE);

    @AfterEach
    void mendEverything() {
        MendableTimeline.DEFECTS.clear();
    }

    @AfterAll
    static void stop() {
        SERVICE.close();
    }

    @Test
    void aLetterIsListedOpenedAndReplayedOnceItsCauseIsMended() {
        var poison = "poison " + Ids.fresh();
        MendableTimeline.DEFECTS.add(poison);
        community.posted(poison);
        assertThat(said()).as("what keeps its number").containsExactly("");

        var letter = only("?view=timeline&topic=webchat.messages.dlt&cause=" + poison.replace(" ", "%20"));
        assertThat(letter.get("state").asString()).isEqualTo("open");
        assertThat(letter.get("type").asString()).isEqualTo("webchat.message.posted.v1");
        assertThat(letter.get("cause").asString()).contains(poison);
        var path = LETTERS + "/" + letter.get("id").asString();

        var opened = answer(get(path));
        assertThat(opened.at("/letter/id").asString())
                .isEqualTo(letter.get("id").asString());
        assertThat(opened.at("/value/content").asString()).isEqualTo(poison);
        assertThat(opened.get("stack").asString()).contains("MendableTimeline");
        assertThat(opened.at("/headers/dlt_view").asString()).isEqualTo("timeline");

        var refused = answer(replay(path));
        assertThat(refused.get("state").asString()).isEqualTo("refused");
        assertThat(refused.get("detail").asString()).contains("a defect: " + poison);
        mendEverything();
        assertThat(answer(replay(path)).get("state").asString()).isEqualTo("applied");
        assertThat(answer(replay(path)).get("state").asString())
                .as("replayed again")
                .isEqualTo("applied");

        assertThat(said()).containsExactly(poison);
        var cause = "?cause=" + poison.replace(" ", "%20");
        assertThat(answer(get(LETTERS + cause)).get("letters")).isEmpty();
        assertThat(only(cause + "&all=true").get("state").asString()).isEqualTo("applied");
    }

    @Test
    void aListHasTheNewestAndSaysHowManyThereAre() {
        var poison = "poison " + Ids.fresh();
        for (var content : List.of(poison + " 1", poison + " 2", poison + " 3")) {
            MendableTimeline.DEFECTS.add(content);
            community.posted(content);
        }
        assertThat(said()).containsExactly("", "", "");

        var list = answer(get(LETTERS + "?limit=2&cause=" + poison.replace(" ", "%20")));

        assertThat(list.get("total").asLong()).isEqualTo(3);
        assertThat(list.get("letters")
                        .valueStream()
                        .map(letter -> letter.get("cause").asString()))
                .satisfiesExactly(
                        first -> assertThat(first).endsWith(" 2"),
                        second -> assertThat(second).endsWith(" 3"));
    }

    @ParameterizedTest
    @CsvSource({
        "?limit=0,       400, limit, must be greater than or equal to 1",
        "?limit=1001,    400, limit, must be less than or equal to 1000",
        "?limit=x,       400, limit, must be a number",
        "?all=x,         400, all, must be true or false",
        "?topic=nothing, 404, topic, 'must be a dead letter topic, such as webchat.messages.dlt'",
        "/nothing/0/0,   404, topic, 'must be a dead letter topic, such as webchat.messages.dlt'",
        "/webchat.messages.dlt/x/0, 400, partition, must be a number",
        "/webchat.messages.dlt/0/x, 400, offset, must be a number",
    })
    void aFaultIsNamed(String rest, int status, String field, String message) {
        get(LETTERS + rest)
                .expectStatus()
                .isEqualTo(status)
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo(field)
                .jsonPath("$.errors[0].message")
                .isEqualTo(message);
    }

    @ParameterizedTest
    @CsvSource({"/webchat.messages.dlt/0/1000000", "/webchat.messages.dlt/99/0", "/webchat.messages.dlt/-1/0"})
    void aLetterThatThereIsNotIsNotFound(String place) {
        for (var answer : List.of(get(LETTERS + place), replay(LETTERS + place))) {
            answer.expectStatus()
                    .isNotFound()
                    .expectBody()
                    .jsonPath("$.type")
                    .isEqualTo("urn:webchat:problem:not-found");
        }
    }

    private JsonNode only(String query) {
        var letters = answer(get(LETTERS + query)).get("letters");
        assertThat(letters).hasSize(1);
        return letters.get(0);
    }

    private List<Object> said() {
        var said = new ArrayList<Object>();
        Queries.at(SERVICE)
                .found(community, "/api/channels/" + community.channel + "/messages")
                .jsonPath("$.messages[*].content")
                .value(List.class, said::addAll);
        return said;
    }

    private static ResponseSpec get(String path) {
        return Queries.at(SERVICE)
                .http()
                .get()
                .uri(URI.create("http://127.0.0.1:" + SERVICE.port() + path))
                .header("Authorization", OPERATOR.bearer())
                .exchange();
    }

    private static ResponseSpec replay(String path) {
        return Queries.at(SERVICE)
                .http()
                .post()
                .uri(path + "/replay")
                .header("Authorization", OPERATOR.bearer())
                .exchange();
    }

    private static JsonNode answer(ResponseSpec response) {
        var body = response.expectStatus().isOk().returnResult(String.class).getResponseBody();
        return new JsonMapper().readTree(body);
    }
}
