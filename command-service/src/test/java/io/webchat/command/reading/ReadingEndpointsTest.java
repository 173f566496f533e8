package io.webchat.command.reading;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.webchat.command.Commands;
import io.webchat.command.Commands.CreatedServer;
import io.webchat.command.LogReader;
import io.webchat.log.Envelope;
import io.webchat.log.Ids;
import io.webchat.log.Topic;
import io.webchat.support.consistency.ConsistencyTokens;
import io.webchat.support.log.LogClients;
import io.webchat.support.token.AccessTokens;
import io.webchat.test.ServiceTest;
import io.webchat.test.TestUser;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient;

/**
 * Who may say what they have read and want to hear of, and what is wrong. What marks do is tested on a whole platform.
 */
@ServiceTest
class ReadingEndpointsTest {
    private final Commands commands;
    private final LogReader log;
    private final TestUser ada;
    private final TestUser stranger;
    private CreatedServer server;

    @Autowired
    ReadingEndpointsTest(RestTestClient http, LogClients clients, AccessTokens tokens) {
        commands = new Commands(http);
        log = new LogReader(clients);
        ada = TestUser.loggedIn(tokens);
        stranger = TestUser.loggedIn(tokens);
    }

    @BeforeEach
    void aServer() {
        server = commands.createServer(ada);
    }

    @Test
    void aWishIsInTheLogWhenItIsAnswered() {
        commands.put(ada, channel() + "/notifications", Map.of("muted", true, "level", "mentions"))
                .expectStatus()
                .isNoContent()
                .expectHeader()
                .exists(ConsistencyTokens.HEADER);
        commands.put(ada, "/api/servers/" + server.serverId() + "/notifications", Map.of("muted", false))
                .expectStatus()
                .isNoContent();

        var records = recordsOf(ada);
        assertThat(records)
                .extracting(
                        record -> Envelope.read(record.headers(), Envelope.TYPE).orElseThrow())
                .containsExactly("webchat.channel.notifications-changed.v1", "webchat.server.notifications-changed.v1");
        assertThat(new String(records.getFirst().value(), UTF_8))
                .contains("\"muted\":true,\"level\":\"mentions\"")
                .contains(server.generalChannelId());
        assertThat(new String(records.getLast().value(), UTF_8))
                .contains("\"muted\":false")
                .doesNotContain("level");
    }

    @Test
    void whatOneMayNotSeeDoesNotExist() {
        var wish = Map.of("muted", true);
        isUnknown("unknown-channel", channel() + "/notifications", wish);
        isUnknown("unknown-channel", channel() + "/read", Map.of("messageId", Ids.fresh()));
        isUnknown("unknown-channel", channel() + "/unread", Map.of("messageId", Ids.fresh()));
        isUnknown("unknown-server", "/api/servers/" + server.serverId() + "/notifications", wish);

        assertThat(recordsOf(stranger)).isEmpty();
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                Arguments.of("/notifications", "muted", Map.of("level", "all")),
                Arguments.of("/notifications", "level", Map.of("muted", true, "level", "ALL")),
                Arguments.of("/notifications", "level", Map.of("muted", true, "level", 7)),
                Arguments.of("/read", "messageId", Map.of()),
                Arguments.of("/read", "messageId", Map.of("messageId", "nonsense")),
                Arguments.of("/unread", "messageId", Map.of()),
                Arguments.of("/unread", "messageId", Map.of("messageId", 7)));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void whatIsWrongIsNamedAndChangesNothing(String path, String field, Map<String, Object> body) {
        commands.put(ada, channel() + path, body)
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo(field)
                .jsonPath("$.errors[0].message")
                .value(String.class, message -> assertThat(message).doesNotContain("io.webchat", "Cannot deserialize"));

        assertThat(recordsOf(ada)).isEmpty();
    }

    private void isUnknown(String type, String path, Object body) {
        commands.put(stranger, path, body)
                .expectStatus()
                .isNotFound()
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:webchat:problem:" + type);
    }

    private String channel() {
        return "/api/channels/" + server.generalChannelId();
    }

    private List<ConsumerRecord<byte[], byte[]>> recordsOf(TestUser user) {
        return log.read(Topic.READS, record -> new String(record.key(), UTF_8).startsWith(user.id() + "/"));
    }
}
