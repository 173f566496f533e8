package io.webchat.command.message;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.webchat.command.Commands;
import io.webchat.command.LogReader;
import io.webchat.log.Envelope;
import io.webchat.log.Ids;
import io.webchat.log.Topic;
import io.webchat.support.consistency.ConsistencyTokens;
import io.webchat.support.log.LogClients;
import io.webchat.support.token.AccessTokens;
import io.webchat.test.ServiceTest;
import io.webchat.test.TestUser;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient;

@ServiceTest
class PostMessageEndpointTest {
    private final Commands commands;
    private final LogReader log;
    private final TestUser ada;
    private final TestUser ben;

    @Autowired
    PostMessageEndpointTest(RestTestClient http, LogClients clients, AccessTokens tokens) {
        commands = new Commands(http);
        log = new LogReader(clients);
        ada = TestUser.loggedIn(tokens);
        ben = TestUser.loggedIn(tokens);
    }

    @Test
    void aMessageIsInTheLogWhenItsAuthorIsAnswered() {
        var server = commands.createServer(ada);
        var messageId = Ids.fresh();

        commands.postMessage(ada, server.generalChannelId(), messageId, "Hello")
                .expectStatus()
                .isCreated()
                .expectHeader()
                .exists(ConsistencyTokens.HEADER)
                .expectBody()
                .jsonPath("$.channelId")
                .isEqualTo(server.generalChannelId())
                .jsonPath("$.messageId")
                .isEqualTo(messageId.toString())
                .jsonPath("$.authorId")
                .isEqualTo(ada.id().toString())
                .jsonPath("$.content")
                .isEqualTo("Hello")
                .jsonPath("$.at")
                .exists();

        var record = recordsOf(messageId).getFirst();
        assertThat(Envelope.read(record.headers(), Envelope.TYPE)).contains("webchat.message.posted.v1");
        assertThat(Envelope.readLong(record.headers(), Envelope.STRUCTURE_OFFSET)
                        .orElseThrow())
                .isGreaterThanOrEqualTo(3);
        assertThat(new String(record.value(), UTF_8)).contains("\"content\":\"Hello\"");
    }

    @Test
    void aRepeatedMessageIsAnsweredTheSameAndAppendedOnce() {
        var server = commands.createServer(ada);
        var messageId = Ids.fresh();

        var answers = Stream.of("Hello", "Hello", "Something else")
                .map(content -> commands.postMessage(ada, server.generalChannelId(), messageId, content)
                        .expectStatus()
                        .isCreated()
                        .returnResult(Map.class)
                        .getResponseBody())
                .toList();

        assertThat(answers).allSatisfy(answer -> assertThat(answer).isEqualTo(answers.getFirst()));
        assertThat(recordsOf(messageId)).hasSize(1);
    }

    @Test
    void aMessageThatIsSentManyTimesAtOnceIsAppendedOnce() throws Exception {
        var server = commands.createServer(ada);
        var messageId = Ids.fresh();

        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var sends = IntStream.range(0, 20)
                    .mapToObj(i -> executor.submit(
                            () -> commands.postMessage(ada, server.generalChannelId(), messageId, "Hello")
                                    .expectStatus()
                                    .isCreated()))
                    .toList();
            for (var send : sends) {
                send.get();
            }
        }

        assertThat(recordsOf(messageId)).hasSize(1);
    }

    @Test
    void anIdOfSomebodyElsesMessageCannotBeTaken() {
        var server = commands.createServer(ada);
        commands.join(ben, commands.createInvite(ada, server.serverId()))
                .expectStatus()
                .isOk();
        var messageId = Ids.fresh();
        commands.postMessage(ada, server.generalChannelId(), messageId, "Hello")
                .expectStatus()
                .isCreated();

        commands.postMessage(ben, server.generalChannelId(), messageId, "Mine")
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:webchat:problem:already-exists");

        assertThat(recordsOf(messageId)).hasSize(1);
    }

    @Test
    void whoJoinedMayPostAndAStrangerMayNot() {
        var server = commands.createServer(ada);
        var refused = Ids.fresh();

        commands.postMessage(ben, server.generalChannelId(), refused, "Hello")
                .expectStatus()
                .isNotFound()
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:webchat:problem:unknown-channel");
        assertThat(recordsOf(refused)).isEmpty();

        commands.join(ben, commands.createInvite(ada, server.serverId()))
                .expectStatus()
                .isOk();
        commands.postMessage(ben, server.generalChannelId(), "Hello")
                .expectStatus()
                .isCreated();
    }

    static Stream<Arguments> faults() {
        var id = Ids.fresh().toString();
        var day = Duration.ofHours(25);
        return Stream.of(
                Arguments.of("content", Map.of("messageId", id)),
                Arguments.of("content", Map.of("messageId", id, "content", "")),
                Arguments.of("content", Map.of("messageId", id, "content", " \n ")),
                Arguments.of("content", Map.of("messageId", id, "content", "\u200b\u3000")),
                Arguments.of("content", Map.of("messageId", id, "content", "Hel\u0000lo")),
                Arguments.of("content", Map.of("messageId", id, "content", "x".repeat(4_001))),
                Arguments.of("content", Map.of("messageId", id, "content", 7)),
                Arguments.of("messageId", Map.of("content", "Hello")),
                Arguments.of("messageId", Map.of("messageId", "nonsense", "content", "Hello")),
                Arguments.of("messageId", Map.of("messageId", UUID.randomUUID(), "content", "Hello")),
                Arguments.of(
                        "messageId", Map.of("messageId", madeAt(Instant.now().minus(day)), "content", "Hello")),
                Arguments.of(
                        "messageId", Map.of("messageId", madeAt(Instant.now().plus(day)), "content", "Hello")));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void whatIsWrongIsNamedAndChangesNothing(String field, Map<String, Object> body) {
        var server = commands.createServer(ada);
        var path = "/api/channels/" + server.generalChannelId() + "/messages";

        commands.post(ada, path, "unused", body)
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:webchat:problem:invalid-request")
                .jsonPath("$.errors[0].field")
                .isEqualTo(field)
                .jsonPath("$.errors[0].message")
                .value(String.class, message -> assertThat(message).doesNotContain("io.webchat", "Cannot deserialize"));

        assertThat(log.read(Topic.MESSAGES, r -> new String(r.key(), UTF_8).startsWith(server.generalChannelId())))
                .isEmpty();
    }

    private List<ConsumerRecord<byte[], byte[]>> recordsOf(UUID messageId) {
        return log.read(Topic.MESSAGES, record -> new String(record.key(), UTF_8).contains("/" + messageId + "/"));
    }

    private static UUID madeAt(Instant time) {
        return new UUID(time.toEpochMilli() << 16 | 0x7000, 0x8000_0000_0000_0000L);
    }
}
