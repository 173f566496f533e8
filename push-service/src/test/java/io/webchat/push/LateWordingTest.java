package io.webchat.push;

import static io.webchat.push.PushClient.contents;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.webchat.domain.attachment.Attachment;
import io.webchat.domain.attachment.FileName;
import io.webchat.domain.message.Mentions;
import io.webchat.domain.message.Message;
import io.webchat.domain.message.MessageChange;
import io.webchat.domain.message.MessageEvent;
import io.webchat.domain.message.MessageId;
import io.webchat.domain.structure.AttachmentId;
import io.webchat.domain.user.UserId;
import io.webchat.log.Envelope;
import io.webchat.log.Ids;
import io.webchat.log.codec.WireCodec;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * What is told of messages that were edited or deleted to whoever comes back: who joined meanwhile, and their author.
 */
class LateWordingTest {
    private static final Instant AT = Instant.parse("2026-01-31T12:34:56.789Z");
    private static final List<String> OTHERS =
            IntStream.range(0, 20).mapToObj(i -> "other " + i).toList();

    private final UserId alice = ChatLog.someone();
    private final Mentions mentions = new Mentions(List.of(alice), List.of(), false);

    @Test
    void ofAnEditedMessageOnlyTheWordingIsToldThatCounts() {
        wherever(
                (room, id) -> List.of(
                        posted(room, id, "first"),
                        edited(room, id, 1, "second"),
                        edited(room, id, 2, "third"),
                        edited(room, id, 2, "raced"),
                        edited(room, id, 1, "raced too")),
                told -> {
                    assertThat(contents(told)).containsExactly("", "", "third", "", "");
                    assertThat(told)
                            .extracting(frame -> frame.path("data").has("mentions"))
                            .containsExactly(false, false, true, false, false);
                    assertThat(told.getFirst().path("data").propertyNames())
                            .contains("authorId", "replyTo", "attachments", "at");
                });
    }

    @Test
    void ofADeletedMessageNothingIsToldThatItSaid() {
        wherever(
                (room, id) -> List.of(
                        posted(room, id, "first"),
                        edited(room, id, 1, "second"),
                        new MessageChange.Deleted(room.server(), room.channel(), id, alice, AT),
                        edited(room, id, 2, "too late")),
                told -> {
                    assertThat(contents(told)).containsExactly("", "", "");
                    assertThat(told).noneMatch(frame -> frame.path("data").has("mentions"));
                    assertThat(told.getFirst().path("data").propertyNames())
                            .contains("authorId", "at")
                            .doesNotContain("replyTo", "attachments");
                });
    }

    /** As long as its record lies in the log, and whichever part of the events is still in memory. */
    @Test
    void ofAnErasedMessageNothingIsTold() {
        var room = ChatLog.room(alice);
        for (var other : List.of(PushInstance.usual(), PushInstance.forgetful())) {
            for (var longAgo = 0; longAgo <= 2; longAgo++) {
                var erased = ChatLog.message(room, alice, new MessageId(Ids.fresh()), "erased");
                var tombstone =
                        new ProducerRecord<byte[], byte[]>(erased.topic(), erased.partition(), erased.key(), null);
                var events = List.of(erased, tombstone);
                try (var first = PushClient.identified(other, alice)) {
                    first.cut();
                    events.subList(0, longAgo).forEach(ChatLog::append);
                    ChatLog.post(room, alice, OTHERS);
                    events.subList(longAgo, events.size()).forEach(ChatLog::append);
                    PushClient.awaitDelivered(other);
                    try (var client = PushClient.resuming(other, alice, first)) {
                        assertThat(contents(client.takeUntil(
                                        frame -> frame.path("op").stringValue().equals("caught_up"))))
                                .isEqualTo(OTHERS);
                    }
                }
            }
        }
    }

    /**
     * Whichever part of the events is still in memory, and whoever asks. Who folds what they are told has the message
     * as it is.
     */
    private void wherever(
            BiFunction<ChatLog.Room, MessageId, List<MessageEvent>> happening, Consumer<List<JsonNode>> asExpected) {
        for (var other : List.of(PushInstance.usual(), PushInstance.forgetful())) {
            List<MessageEvent> events;
            var longAgo = 0;
            do {
                var ben = ChatLog.someone();
                var room = ChatLog.room(alice);
                var id = new MessageId(Ids.fresh());
                events = happening.apply(room, id);
                try (var first = PushClient.identified(other, alice)) {
                    first.cut();
                    events.subList(0, longAgo).forEach(ChatLog::append);
                    ChatLog.post(room, alice, OTHERS);
                    events.subList(longAgo, events.size()).forEach(ChatLog::append);
                    ChatLog.join(room, ben);
                    PushClient.awaitDelivered(other);

                    for (var user : List.of(alice, ben)) {
                        var told = told(other, user, first, id);
                        asExpected.accept(told);
                        assertThat(told).hasSameSizeAs(events);
                        assertThat(folded(told.stream()
                                        .map(LateWordingTest::event)
                                        .toList()))
                                .isEqualTo(folded(events));
                    }
                }
            } while (longAgo++ < events.size());
        }
    }

    /** What somebody is told of a message who comes back where another client was. */
    private static List<JsonNode> told(PushInstance instance, UserId user, PushClient before, MessageId id) {
        try (var client = PushClient.resuming(instance, user, before)) {
            return client.takeUntil(frame -> frame.path("op").stringValue().equals("caught_up")).stream()
                    .filter(frame ->
                            frame.path("data").path("messageId").stringValue("").equals(id.toString()))
                    .toList();
        }
    }

    private static MessageEvent event(JsonNode frame) {
        var value = frame.path("data").toString().getBytes(UTF_8);
        var record = new ConsumerRecord<>("told", 0, frame.path("offset").longValue(), new byte[0], value);
        record.headers().add(Envelope.TYPE, frame.path("type").stringValue().getBytes(UTF_8));
        return WireCodec.MESSAGES.decode(record);
    }

    private static Message folded(List<MessageEvent> events) {
        @Nullable Message message = null;
        for (var event : events) {
            message = event instanceof MessageEvent.Posted posted
                    ? Message.of(posted)
                    : Objects.requireNonNull(message).evolve((MessageChange) event);
        }
        return Objects.requireNonNull(message);
    }

    private MessageEvent posted(ChatLog.Room room, MessageId id, String content) {
        var file = new Attachment(
                new AttachmentId(Ids.fresh()), new FileName("notes.pdf"), "application/pdf", 1_024, null, false);
        return new MessageEvent.Posted(
                room.server(),
                room.channel(),
                id,
                alice,
                content,
                new MessageId(Ids.fresh()),
                null,
                mentions,
                List.of(file),
                AT);
    }

    private MessageEvent edited(ChatLog.Room room, MessageId id, int revision, String content) {
        return new MessageChange.Edited(room.server(), room.channel(), id, alice, revision, content, mentions, AT);
    }
}
