package io.webchat.push.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import io.webchat.domain.structure.ServerId;
import io.webchat.domain.user.UserId;
import io.webchat.push.PushInstance;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The approved examples in {@code frames/} are what clients in other languages are tested with. */
class FrameExamplesTest {
    private static final Path EXAMPLES = Path.of("frames");
    private static final JsonMapper JSON = new JsonMapper();
    private static final UserId USER = UserId.parse("0198f1a0-0000-7000-8000-000000000001");
    private static final Positions POSITIONS = Positions.of(stream -> 10L * stream.index());

    private final FrameCodec codec = new FrameCodec(PushInstance.usual().bean(JsonMapper.class));

    @TestFactory
    Stream<DynamicTest> serverFramesAreWrittenAsApproved() {
        return Map.of(
                        "hello", new ServerFrame.Hello(25_000),
                        "ready",
                                new ServerFrame.Ready(
                                        new ServerFrame.Ready.User(USER),
                                        "0198f1a0-0000-7000-8000-000000000002",
                                        "kJx0cT3mYb1Q",
                                        POSITIONS,
                                        "a-consistency-token"),
                        "caught_up", new ServerFrame.CaughtUp(POSITIONS),
                        "reset", new ServerFrame.Reset(ResetReason.TOO_OLD),
                        "subscribed",
                                new ServerFrame.Subscribed(
                                        new ServerId(UUID.fromString("0198f1a0-0000-7000-8000-000000000003")),
                                        "a-consistency-token"),
                        "unsubscribed",
                                new ServerFrame.Unsubscribed(
                                        new ServerId(UUID.fromString("0198f1a0-0000-7000-8000-000000000003"))),
                        "heartbeat_ack", new ServerFrame.HeartbeatAck(POSITIONS),
                        "authenticated", new ServerFrame.Authenticated(Instant.parse("2026-01-01T00:00:00Z")))
                .entrySet()
                .stream()
                .map(frame -> DynamicTest.dynamicTest(
                        frame.getKey(), () -> assertApproved(frame.getKey(), codec.write(frame.getValue()))));
    }

    @Test
    void anEventCarriesTheValueOfTheRecordByteForByte() throws IOException {
        var value = "{\"z\": 1, \"content\":\"h\u00e9llo \\\"w\u00f6rld\\\"\"}";
        var record = new ConsumerRecord<>(
                "webchat.messages",
                3,
                1234,
                99L,
                TimestampType.CREATE_TIME,
                0,
                0,
                "key",
                "value",
                new RecordHeaders(),
                Optional.empty());

        var frame = EventFrames.write(
                EventStream.MESSAGES.get(3),
                record,
                "webchat.message.posted.v1",
                value.getBytes(StandardCharsets.UTF_8));

        assertThat(frame.text()).endsWith(",\"data\":" + value + "}");
        assertThat(frame.bytes()).isEqualTo(frame.text().getBytes(StandardCharsets.UTF_8).length);
        assertThat(frame.since()).isEqualTo(99);
        assertApproved("event", frame);
    }

    @TestFactory
    Stream<DynamicTest> clientFramesAreReadAsApproved() {
        return Map.of(
                        "identify", new ClientFrame.Identify("an-access-token"),
                        "resume", new ClientFrame.Resume("an-access-token", "kJx0cT3mYb1Q", POSITIONS.byName()),
                        "heartbeat", new ClientFrame.Heartbeat(),
                        "authenticate", new ClientFrame.Authenticate("an-access-token"))
                .entrySet()
                .stream()
                .map(frame -> DynamicTest.dynamicTest(
                        frame.getKey(),
                        () -> assertThat(codec.read(Files.readString(example(frame.getKey()))))
                                .isEqualTo(frame.getValue())));
    }

    @Test
    void everyFrameHasAnExample() throws IOException {
        var frames = Stream.concat(
                Arrays.stream(ServerFrame.class.getPermittedSubclasses()),
                Arrays.stream(ClientFrame.class.getPermittedSubclasses()));
        try (var files = Files.list(EXAMPLES)) {
            assertThat(files.count()).isEqualTo(frames.count() + 1);
        }
    }

    @Test
    void aFieldThatIsNotKnownIsIgnored() throws Exception {
        assertThat(codec.read("{\"op\":\"heartbeat\",\"mood\":\"good\"}")).isEqualTo(new ClientFrame.Heartbeat());
    }

    private static void assertApproved(String name, Frame frame) throws IOException {
        JsonNode approved = JSON.readTree(Files.readString(example(name)));
        assertThat(JSON.readTree(frame.text())).isEqualTo(approved);
    }

    private static Path example(String name) {
        return EXAMPLES.resolve(name + ".json");
    }
}
