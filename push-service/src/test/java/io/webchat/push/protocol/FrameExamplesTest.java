package io.webchat.push.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import io.webchat.domain.message.MessageId;
import io.webchat.domain.structure.ChannelId;
import io.webchat.domain.structure.ServerId;
import io.webchat.domain.user.UserId;
import io.webchat.push.PushInstance;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
    private static final ServerId SERVER = ServerId.parse("0198f1a0-0000-7000-8000-000000000003");
    private static final ChannelId CHANNEL = ChannelId.parse("0198f1a0-0000-7000-8000-000000000004");
    private static final MessageId THREAD = MessageId.parse("0198f1a0-0000-7000-8000-000000000005");
    private static final Positions POSITIONS = Positions.of(stream -> 10L * stream.index());

    private final FrameCodec codec = new FrameCodec(PushInstance.usual().bean(JsonMapper.class));

    @TestFactory
    Stream<DynamicTest> serverFramesAreWrittenAsApproved() {
        return Map.ofEntries(
                        Map.entry("hello", new ServerFrame.Hello(25_000)),
                        Map.entry(
                                "ready",
                                new ServerFrame.Ready(
                                        new ServerFrame.Ready.User(USER),
                                        "0198f1a0-0000-7000-8000-000000000002",
                                        "kJx0cT3mYb1Q",
                                        POSITIONS,
                                        "a-consistency-token")),
                        Map.entry("caught_up", new ServerFrame.CaughtUp(POSITIONS, List.of(SERVER))),
                        Map.entry("reset", new ServerFrame.Reset(ResetReason.TOO_OLD)),
                        Map.entry("subscribed", new ServerFrame.Subscribed(SERVER, "a-consistency-token")),
                        Map.entry("unsubscribed", new ServerFrame.Unsubscribed(SERVER)),
                        Map.entry("heartbeat_ack", new ServerFrame.HeartbeatAck(POSITIONS)),
                        Map.entry(
                                "authenticated", new ServerFrame.Authenticated(Instant.parse("2026-01-01T00:00:00Z"))),
                        Map.entry(
                                "presences",
                                new ServerFrame.Presences(
                                        List.of(new ServerFrame.Presences.Seen(USER, PresenceStatus.ONLINE)))),
                        Map.entry(
                                "presence_changed",
                                new ServerFrame.PresenceChanged(USER, PresenceStatus.DO_NOT_DISTURB)),
                        Map.entry("own_presence", new ServerFrame.OwnPresence(PresenceChoice.AUTOMATIC)),
                        Map.entry("watching", new ServerFrame.Watching(Set.of(CHANNEL), "a-consistency-token")),
                        Map.entry(
                                "activity",
                                new ServerFrame.ChannelActivity(SERVER, CHANNEL, "messages/3", 1240, 1234L, 1230L)),
                        Map.entry("typing_started", new ServerFrame.TypingStarted(SERVER, CHANNEL, THREAD, USER)))
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
        return Map.ofEntries(
                        Map.entry("identify", new ClientFrame.Identify("an-access-token", Optional.empty())),
                        Map.entry(
                                "resume",
                                new ClientFrame.Resume(
                                        "an-access-token",
                                        "kJx0cT3mYb1Q",
                                        POSITIONS.byName(),
                                        Optional.of(Set.of(CHANNEL)),
                                        Optional.of(POSITIONS.byName()))),
                        Map.entry("heartbeat", new ClientFrame.Heartbeat()),
                        Map.entry("authenticate", new ClientFrame.Authenticate("an-access-token")),
                        Map.entry("watch", new ClientFrame.Watch(Set.of(USER), Set.of(CHANNEL))),
                        Map.entry("presence", new ClientFrame.Presence(Activity.IDLE, PresenceChoice.DO_NOT_DISTURB)),
                        Map.entry("choose_presence", new ClientFrame.ChoosePresence(PresenceChoice.INVISIBLE)),
                        Map.entry("typing", new ClientFrame.Typing(CHANNEL, Optional.of(THREAD))))
                .entrySet()
                .stream()
                .map(frame -> DynamicTest.dynamicTest(
                        frame.getKey(),
                        () -> assertThat(codec.read(Files.readString(example(frame.getKey()))))
                                .isEqualTo(frame.getValue())));
    }

    @Test
    void everyFrameHasAnExample() throws IOException {
        var frames = Stream.of(ServerFrame.class, ClientFrame.class).flatMap(FrameExamplesTest::frames);
        try (var files = Files.list(EXAMPLES)) {
            assertThat(files.count()).isEqualTo(frames.count() + 1);
        }
    }

    private static Stream<Class<?>> frames(Class<?> kind) {
        return kind.isSealed()
                ? Arrays.stream(kind.getPermittedSubclasses()).flatMap(FrameExamplesTest::frames)
                : Stream.of(kind);
    }

    @Test
    void aFieldThatIsNotKnownIsIgnored() throws Exception {
        assertThat(codec.read("{\"op\":\"heartbeat\",\"mood\":\"good\"}")).isEqualTo(new ClientFrame.Heartbeat());
    }

    @Test
    void whoWantsAllMessagesNamesNoChannels() throws Exception {
        assertThat(codec.read("{\"op\":\"resume\",\"token\":\"t\",\"epoch\":\"e\",\"positions\":{}}"))
                .isEqualTo(new ClientFrame.Resume("t", "e", Map.of(), Optional.empty(), Optional.empty()));
        assertThat(codec.write(new ServerFrame.ChannelActivity(SERVER, CHANNEL, "messages/3", 9, null, null))
                        .text())
                .doesNotContain("posted", "mentioned");
    }

    @Test
    void typingOutsideThreadsNamesNone() throws Exception {
        assertThat(codec.read("{\"op\":\"typing\",\"channelId\":\"" + CHANNEL + "\"}"))
                .isEqualTo(new ClientFrame.Typing(CHANNEL, Optional.empty()));
        assertThat(codec.write(new ServerFrame.TypingStarted(SERVER, CHANNEL, null, USER))
                        .text())
                .doesNotContain("threadId");
    }

    private static void assertApproved(String name, Frame frame) throws IOException {
        JsonNode approved = JSON.readTree(Files.readString(example(name)));
        assertThat(JSON.readTree(frame.text())).isEqualTo(approved);
    }

    private static Path example(String name) {
        return EXAMPLES.resolve(name + ".json");
    }
}
