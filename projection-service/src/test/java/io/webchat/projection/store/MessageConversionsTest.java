package io.webchat.projection.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.webchat.domain.attachment.Attachment;
import io.webchat.domain.attachment.FileName;
import io.webchat.domain.attachment.ImageSize;
import io.webchat.domain.message.Emoji;
import io.webchat.domain.message.Mentions;
import io.webchat.domain.message.Message;
import io.webchat.domain.message.MessageId;
import io.webchat.domain.message.Reactions;
import io.webchat.domain.message.Reactions.Reaction;
import io.webchat.domain.structure.AttachmentId;
import io.webchat.domain.structure.ChannelId;
import io.webchat.domain.structure.RoleId;
import io.webchat.domain.structure.ServerId;
import io.webchat.domain.user.UserId;
import io.webchat.log.Ids;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.data.mongodb.core.convert.DefaultMongoTypeMapper;
import org.springframework.data.mongodb.core.convert.MappingMongoConverter;
import org.springframework.data.mongodb.core.convert.MongoCustomConversions;
import org.springframework.data.mongodb.core.convert.NoOpDbRefResolver;
import org.springframework.data.mongodb.core.mapping.MongoMappingContext;

/**
 * Messages are stored as the mapping of Spring Data would store them, but for what they have not, and what it has
 * stored is understood.
 */
class MessageConversionsTest {
    private static final Instant AT = Instant.parse("2026-01-31T12:34:56.789123Z");
    private static final Instant STORED_AT = Instant.parse("2026-01-31T12:34:56.789Z");

    private static final Set<Object> NOTHING = Set.of(List.of(), 0, false, new Document("all", List.of()));

    private final MappingMongoConverter quick = converter(DomainConversions.mongoCustomConversions());
    private final MappingMongoConverter mapping = converter(new MongoCustomConversions(DomainConversions.texts()));

    private record Holder(Message message) {}

    static Stream<Message> messages() {
        var bare = message(null, null, null, List.of(), AT, 0, null, false, Reactions.NONE);
        var full = message(
                new MessageId(Ids.fresh()),
                new MessageId(Ids.fresh()),
                new Mentions(
                        List.of(new UserId(Ids.fresh()), new UserId(Ids.fresh())),
                        List.of(new RoleId(Ids.fresh())),
                        true),
                List.of(
                        new Attachment(
                                new AttachmentId(Ids.fresh()),
                                new FileName("plan.png"),
                                "image/png",
                                5_000_000_000L,
                                new ImageSize(2, 1),
                                true),
                        new Attachment(
                                new AttachmentId(Ids.fresh()), new FileName("a.txt"), "text/plain", 1, null, false)),
                STORED_AT,
                3,
                STORED_AT.plusMillis(1),
                false,
                new Reactions(List.of(
                        new Reaction(new Emoji("👋"), List.of(new UserId(Ids.fresh()), new UserId(Ids.fresh()))),
                        new Reaction(new Emoji("🎉"), List.of(new UserId(Ids.fresh()))))));
        var calling = message(
                null, null, new Mentions(List.of(), List.of(), true), List.of(), AT, 1, AT, false, Reactions.NONE);
        var deleted = message(null, null, null, List.of(), AT, 1, AT, true, Reactions.NONE);
        return Stream.of(bare, full, calling, deleted);
    }

    @ParameterizedTest
    @MethodSource("messages")
    void aMessageIsStoredAsTheMappingWouldStoreItWithoutWhatItHasNot(Message message) {
        var mapped = written(mapping, message);
        mapped.get("message", Document.class).values().removeAll(NOTHING);

        assertThat(written(quick, message)).isEqualTo(mapped);
    }

    @ParameterizedTest
    @MethodSource("messages")
    void aStoredMessageIsWhatTheMappingWouldReadFromIt(Message message) {
        var stored = written(mapping, message);
        var asMapped = mapping.read(Holder.class, stored);

        assertThat(quick.read(Holder.class, stored)).isEqualTo(asMapped);
        assertThat(quick.read(Holder.class, written(quick, message))).isEqualTo(asMapped);
    }

    private static Document written(MappingMongoConverter converter, Message message) {
        var document = new Document();
        converter.write(new Holder(message), document);
        return document;
    }

    private static Message message(
            @Nullable MessageId replyTo,
            @Nullable MessageId threadId,
            @Nullable Mentions mentions,
            List<Attachment> attachments,
            Instant at,
            int revision,
            @Nullable Instant editedAt,
            boolean isDeleted,
            Reactions reactions) {
        return new Message(
                new ServerId(Ids.fresh()),
                new ChannelId(Ids.fresh()),
                new MessageId(Ids.fresh()),
                new UserId(Ids.fresh()),
                "Hello, $world. 👋",
                replyTo,
                threadId,
                mentions,
                attachments,
                at,
                revision,
                editedAt,
                isDeleted,
                reactions);
    }

    private static MappingMongoConverter converter(MongoCustomConversions conversions) {
        var context = new MongoMappingContext();
        context.setSimpleTypeHolder(conversions.getSimpleTypeHolder());
        context.afterPropertiesSet();
        var converter = new MappingMongoConverter(NoOpDbRefResolver.INSTANCE, context);
        converter.setTypeMapper(new DefaultMongoTypeMapper(null));
        converter.setCustomConversions(conversions);
        converter.afterPropertiesSet();
        return converter;
    }
}
