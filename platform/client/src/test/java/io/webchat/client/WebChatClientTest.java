package io.webchat.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WebChatClientTest {
    private static final UUID CHANNEL = UUID.fromString("0197b3a0-0000-7000-8000-000000000002");
    private static final UUID MESSAGE = UUID.fromString("0197b3a0-0000-7000-8000-000000000003");
    private static final String POSTED =
            "{'channelId':'%s','messageId':'%s','authorId':'%s','content':'hi','at':'2026-01-31T12:34:56.789Z'}"
                    .formatted(CHANNEL, MESSAGE, MESSAGE);

    private final HttpClient http = WebChatClient.newHttpClient();
    private FakeApi api;
    private WebChatClient client;

    @BeforeEach
    void start() throws IOException {
        api = new FakeApi();
        client = new WebChatClient(http, Endpoints.of(api.origin()));
    }

    @AfterEach
    void stop() {
        api.close();
        http.shutdownNow();
    }

    @Test
    void carriesTheAccessTokenAndTheLatestConsistencyToken() {
        logIn();
        api.answers(201, POSTED, "Consistency-Token", "t1").answers(201, POSTED, "Consistency-Token", "t2");
        api.answers(200, "{'servers':[]}");

        client.post(CHANNEL, MESSAGE, "hi");
        assertThat(api.lastAsked().header("Authorization")).isEqualTo("Bearer access-1");
        assertThat(api.lastAsked().header("Consistency-Token")).isNull();
        client.post(CHANNEL, MESSAGE, "hi");
        assertThat(api.lastAsked().header("Consistency-Token")).isEqualTo("t1");
        client.servers();
        assertThat(api.lastAsked().header("Consistency-Token")).isEqualTo("t2");
    }

    @Test
    void addsTheTokenOfTheGatewayToItsOwn() {
        logIn();
        api.answers(201, POSTED, "Consistency-Token", "t1").answers(200, "{'servers':[]}");

        client.post(CHANNEL, MESSAGE, "hi");
        client.readAtLeast("from-the-socket");
        client.servers();

        assertThat(api.lastAsked().header("Consistency-Token")).isEqualTo("t1,from-the-socket");
    }

    @Test
    void withoutConsistencyItNeitherCarriesNorKeepsTokens() {
        logIn();
        api.answers(201, POSTED, "Consistency-Token", "t1").answers(201, POSTED, "Consistency-Token", "t2");
        api.answers(200, "{'servers':[]}");

        client.post(CHANNEL, MESSAGE, "hi");
        client.withoutConsistency().post(CHANNEL, MESSAGE, "hi");
        assertThat(api.lastAsked().header("Consistency-Token")).isNull();
        client.servers();
        assertThat(api.lastAsked().header("Consistency-Token")).isEqualTo("t1");
    }

    @Test
    void sendsStructuralCommandsUnderTheKeyItIsGiven() {
        logIn();
        api.answers(201, "{'serverId':'%s','generalChannelId':'%s'}".formatted(MESSAGE, CHANNEL));

        client.createServer("Garden", "key-1");

        assertThat(api.lastAsked().header("Idempotency-Key")).isEqualTo("key-1");
        assertThat(api.lastAsked().body()).isEqualTo("{\"name\":\"Garden\"}");
    }

    @Test
    void searchesForWhatPeopleType() {
        logIn();
        api.answers(200, "{'messages':[{'number':7,'content':'roll back','highlights':[]}],'total':12}");

        var found = client.search("from:ada \"roll back\" & more", 5);

        assertThat(found.total()).isEqualTo(12);
        assertThat(found.messages())
                .singleElement()
                .satisfies(message -> assertThat(message.number()).isEqualTo(7));
        assertThat(api.lastAsked().target())
                .isEqualTo("/api/search/messages?q=from%3Aada+%22roll+back%22+%26+more&limit=5");
    }

    @Test
    void tellsAProblemByTypeFieldAndTimeToWait() {
        api.answers(
                409,
                "{'type':'urn:webchat:problem:email-taken','detail':'Taken.','errors':[{'field':'email','message':'is taken'}]}",
                "Content-Type",
                "application/problem+json",
                "Retry-After",
                "2");

        var problem = catchThrowableOfType(
                ProblemException.class, () -> client.register("a@b.example", "ada", "long enough"));

        assertThat(problem.status()).isEqualTo(409);
        assertThat(problem.kind()).isEqualTo("email-taken");
        assertThat(problem.errors()).containsExactly(new ProblemException.FieldError("email", "is taken"));
        assertThat(problem.retryAfter()).contains(Duration.ofSeconds(2));
        assertThat(problem.isTransient()).isFalse();
    }

    @Test
    void makesTheBestOfAnErrorThatIsNoProblemDetail() {
        api.answers(502, "<html>Bad Gateway", "Content-Type", "text/html");

        var problem = catchThrowableOfType(ProblemException.class, () -> client.login("ada", "long enough"));

        assertThat(problem.type()).isEqualTo("about:blank");
        assertThat(problem).hasMessageContaining("502").hasMessageContaining("Bad Gateway");
        assertThat(problem.isTransient()).isTrue();
    }

    @Test
    void refreshesAnAccessTokenThatIsAboutToExpire() {
        api.answers(200, session("access-1", "2020-01-01T00:00:00.000Z"), "Set-Cookie", cookie("refresh-1"));
        api.answers(200, session("access-2", "2100-01-01T00:00:00.000Z"), "Set-Cookie", cookie("refresh-2"));
        api.answers(200, "{'servers':[]}");
        client.login("ada", "long enough");

        client.servers();

        assertThat(api.asked().get(1).target()).isEqualTo("/api/auth/refresh");
        assertThat(api.asked().get(1).header("Cookie")).isEqualTo("webchat_refresh=refresh-1");
        assertThat(api.lastAsked().header("Authorization")).isEqualTo("Bearer access-2");
    }

    @Test
    void isTheSameUserAtOtherEndpoints() throws IOException {
        logIn();
        try (var other = new FakeApi()) {
            other.answers(201, POSTED, "Consistency-Token", "t1");
            api.answers(200, "{'servers':[]}");

            client.at(client.endpoints().withCommands(other.origin())).post(CHANNEL, MESSAGE, "hi");
            client.servers();

            assertThat(other.lastAsked().header("Authorization")).isEqualTo("Bearer access-1");
            assertThat(api.lastAsked().header("Consistency-Token")).isEqualTo("t1");
        }
    }

    @Test
    void readsAHistoryPageByPage() {
        logIn();
        api.answers(200, page(1, true)).answers(200, page(2, false));

        assertThat(client.history(CHANNEL)).extracting(HistoryMessage::number).containsExactly(1L, 2L);
        assertThat(api.asked())
                .extracting(FakeApi.Asked::target)
                .endsWith(
                        "/api/channels/" + CHANNEL + "/messages?after=0&limit=100",
                        "/api/channels/" + CHANNEL + "/messages?after=1&limit=100");
    }

    @Test
    void withPatienceItRepeatsUnderTheSameIdWhatWasNotAnsweredAndOnlyThat() {
        logIn();
        api.hangsUp();
        api.answers(503, "{'type':'urn:webchat:problem:outcome-pending'}", "Content-Type", "application/problem+json");
        api.answers(201, POSTED);

        var posted = client.patient(Duration.ofSeconds(10)).post(CHANNEL, MESSAGE, "hi");

        assertThat(posted.messageId()).isEqualTo(MESSAGE);
        assertThat(api.asked().stream().filter(asked -> asked.body().contains(MESSAGE.toString())))
                .hasSize(3);

        api.answers(404, "{'type':'urn:webchat:problem:unknown-channel'}", "Content-Type", "application/problem+json");
        var problem = catchThrowableOfType(
                ProblemException.class,
                () -> client.patient(Duration.ofSeconds(10)).post(CHANNEL, MESSAGE, "hi"));
        assertThat(problem.kind()).isEqualTo("unknown-channel");

        api.answers(500, "{'type':'urn:webchat:problem:command-failed'}", "Content-Type", "application/problem+json");
        var failure = catchThrowableOfType(
                ProblemException.class,
                () -> client.patient(Duration.ofSeconds(10)).post(CHANNEL, MESSAGE, "hi"));
        assertThat(failure.kind()).isEqualTo("command-failed");
    }

    @Test
    void withoutPatienceItCallsOnce() {
        logIn();
        api.answers(503, "{'type':'urn:webchat:problem:view-behind'}", "Content-Type", "application/problem+json");

        var problem = catchThrowableOfType(ProblemException.class, () -> client.servers());

        assertThat(problem.kind()).isEqualTo("view-behind");
        assertThat(problem.isTransient()).isTrue();
    }

    private void logIn() {
        api.answers(200, session("access-1", "2100-01-01T00:00:00.000Z"), "Set-Cookie", cookie("refresh-1"));
        client.login("ada", "long enough");
    }

    private static String session(String accessToken, String expiresAt) {
        return "{'accessToken':'%s','expiresAt':'%s','user':{'userId':'%s','username':'ada','displayName':'Ada','revision':0}}"
                .formatted(accessToken, expiresAt, MESSAGE);
    }

    private static String cookie(String value) {
        return "webchat_refresh=" + value + "; Path=/api/auth; Max-Age=2592000; HttpOnly; SameSite=Strict";
    }

    private static String page(long number, boolean hasAfter) {
        return ("{'messages':[{'number':%d,'messageId':'%s','channelId':'%s','authorId':'%s','content':'hi',"
                        + "'at':'2026-01-31T12:34:56.789Z'}],'authors':{},'hasBefore':false,'hasAfter':%s}")
                .formatted(number, MESSAGE, CHANNEL, MESSAGE, hasAfter);
    }
}
