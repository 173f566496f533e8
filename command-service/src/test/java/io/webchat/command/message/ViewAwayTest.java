package io.webchat.command.message;

import io.webchat.command.Commands;
import io.webchat.command.Commands.CreatedServer;
import io.webchat.log.Ids;
import io.webchat.support.token.AccessTokens;
import io.webchat.test.ServiceTest;
import io.webchat.test.TestUser;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

/** Without projection-service people talk; what needs to know earlier messages says that it is to be repeated. */
@ServiceTest
class ViewAwayTest {
    private final Commands commands;
    private final TestUser ada;
    private CreatedServer server;

    @Autowired
    ViewAwayTest(RestTestClient http, AccessTokens tokens) {
        commands = new Commands(http);
        ada = TestUser.loggedIn(tokens);
    }

    @BeforeEach
    void aServer() {
        server = commands.createServer(ada);
    }

    @Test
    void aPlainMessageIsPosted() {
        post(Map.of("messageId", Ids.fresh(), "content", "Hello"))
                .expectStatus()
                .isCreated();
    }

    @Test
    void aReplyHasToBeRepeated() {
        isUnavailable(post(Map.of("messageId", Ids.fresh(), "content", "Hello", "replyTo", Ids.fresh())));
    }

    @Test
    void aMessageInAThreadHasToBeRepeated() {
        isUnavailable(post(Map.of("messageId", Ids.fresh(), "content", "Hello", "threadId", Ids.fresh())));
    }

    @Test
    void aMessageThatMayHaveBeenPostedLongAgoHasToBeRepeated() {
        var old = Commands.idMadeAt(Instant.now().minus(Duration.ofHours(1)));

        isUnavailable(post(Map.of("messageId", old, "content", "Hello")));
    }

    @Test
    void aChangeHasToBeRepeated() {
        var message = "/api/channels/" + server.generalChannelId() + "/messages/" + Ids.fresh();

        isUnavailable(ask(HttpMethod.DELETE, message));
        isUnavailable(ask(HttpMethod.PUT, message + "/reactions/👋/me"));
    }

    @Test
    void aMarkHasToBeRepeated() {
        var body = Map.of("messageId", Ids.fresh());
        var channel = "/api/channels/" + server.generalChannelId();

        isUnavailable(commands.put(ada, channel + "/read", body));
        isUnavailable(commands.put(ada, channel + "/unread", body));
    }

    private ResponseSpec post(Map<String, Object> body) {
        return commands.post(ada, "/api/channels/" + server.generalChannelId() + "/messages", "unused", body);
    }

    private ResponseSpec ask(HttpMethod method, String path) {
        return commands.http()
                .method(method)
                .uri(path)
                .header("Authorization", ada.bearer())
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .exchange();
    }

    private static void isUnavailable(ResponseSpec answer) {
        answer.expectStatus()
                .isEqualTo(503)
                .expectHeader()
                .exists("Retry-After")
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:webchat:problem:view-unavailable");
    }
}
