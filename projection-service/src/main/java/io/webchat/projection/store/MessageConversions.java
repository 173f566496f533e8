package io.webchat.projection.store;

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
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.core.convert.converter.Converter;
import org.springframework.data.convert.ReadingConverter;
import org.springframework.data.convert.WritingConverter;

/**
 * How messages are stored: as Spring Data would map them, field by field, but without looking each of them up, and
 * without what most of them have not: attachments, edits, a deletion, reactions. There are more of them than of
 * anything else, and every page and every rebuild is made of them.
 */
final class MessageConversions {
    private static final String ID = "_id";
    private static final String SERVER_ID = "serverId";
    private static final String CHANNEL_ID = "channelId";
    private static final String AUTHOR_ID = "authorId";
    private static final String CONTENT = "content";
    private static final String REPLY_TO = "replyTo";
    private static final String THREAD_ID = "threadId";
    private static final String MENTIONS = "mentions";
    private static final String USERS = "users";
    private static final String ROLES = "roles";
    private static final String EVERYONE = "everyone";
    private static final String ATTACHMENTS = "attachments";
    private static final String NAME = "name";
    private static final String CONTENT_TYPE = "contentType";
    private static final String SIZE = "size";
    private static final String IMAGE = "image";
    private static final String WIDTH = "width";
    private static final String HEIGHT = "height";
    private static final String HAS_THUMBNAIL = "hasThumbnail";
    private static final String AT = "at";
    private static final String REVISION = "revision";
    private static final String EDITED_AT = "editedAt";
    private static final String IS_DELETED = "isDeleted";
    private static final String REACTIONS = "reactions";
    private static final String ALL = "all";
    private static final String EMOJI = "emoji";
    private static final String USER_IDS = "userIds";

    private MessageConversions() {}

    static List<Converter<?, ?>> both() {
        return List.of(new Writing(), new Reading());
    }

    /** What is null, none or not so is left out. */
    @WritingConverter
    private static final class Writing implements Converter<Message, Document> {
        @Override
        public Document convert(Message message) {
            var document = new Document(SERVER_ID, message.serverId().toString())
                    .append(CHANNEL_ID, message.channelId().toString())
                    .append(ID, message.id().toString())
                    .append(AUTHOR_ID, message.authorId().toString())
                    .append(CONTENT, message.content());
            put(document, REPLY_TO, message.replyTo(), MessageId::toString);
            put(document, THREAD_ID, message.threadId(), MessageId::toString);
            put(document, MENTIONS, message.mentions(), Writing::mentions);
            if (!message.attachments().isEmpty()) {
                document.append(ATTACHMENTS, all(message.attachments(), Writing::attachment));
            }
            document.append(AT, date(message.at()));
            if (message.revision() != 0) {
                document.append(REVISION, message.revision());
            }
            put(document, EDITED_AT, message.editedAt(), Writing::date);
            if (message.isDeleted()) {
                document.append(IS_DELETED, true);
            }
            if (!message.reactions().all().isEmpty()) {
                document.append(
                        REACTIONS, new Document(ALL, all(message.reactions().all(), Writing::reaction)));
            }
            return document;
        }

        private static Document mentions(Mentions mentions) {
            return new Document(USERS, all(mentions.users(), UserId::toString))
                    .append(ROLES, all(mentions.roles(), RoleId::toString))
                    .append(EVERYONE, mentions.everyone());
        }

        private static Document attachment(Attachment attachment) {
            var document = new Document(ID, attachment.id().toString())
                    .append(NAME, attachment.name().value())
                    .append(CONTENT_TYPE, attachment.contentType())
                    .append(SIZE, attachment.size());
            put(
                    document,
                    IMAGE,
                    attachment.image(),
                    image -> new Document(WIDTH, image.width()).append(HEIGHT, image.height()));
            return document.append(HAS_THUMBNAIL, attachment.hasThumbnail());
        }

        private static Document reaction(Reaction reaction) {
            return new Document(EMOJI, reaction.emoji().value())
                    .append(USER_IDS, all(reaction.userIds(), UserId::toString));
        }

        /** To the millisecond, as the store keeps times. */
        private static Date date(Instant instant) {
            return Date.from(instant.truncatedTo(ChronoUnit.MILLIS));
        }

        private static <T> void put(Document document, String field, @Nullable T value, Function<T, Object> stored) {
            if (value != null) {
                document.append(field, stored.apply(value));
            }
        }
    }

    @ReadingConverter
    private static final class Reading implements Converter<Document, Message> {
        @Override
        public Message convert(Document document) {
            return new Message(
                    ServerId.parse(document.getString(SERVER_ID)),
                    ChannelId.parse(document.getString(CHANNEL_ID)),
                    MessageId.parse(document.getString(ID)),
                    UserId.parse(document.getString(AUTHOR_ID)),
                    document.getString(CONTENT),
                    get(document.getString(REPLY_TO), MessageId::parse),
                    get(document.getString(THREAD_ID), MessageId::parse),
                    get(document.get(MENTIONS, Document.class), Reading::mentions),
                    all(document.getList(ATTACHMENTS, Document.class, List.of()), Reading::attachment),
                    document.getDate(AT).toInstant(),
                    document.getInteger(REVISION, 0),
                    get(document.getDate(EDITED_AT), Date::toInstant),
                    document.getBoolean(IS_DELETED, false),
                    Objects.requireNonNullElse(
                            get(document.get(REACTIONS, Document.class), Reading::reactions), Reactions.NONE));
        }

        private static Mentions mentions(Document document) {
            return new Mentions(
                    all(document.getList(USERS, String.class), UserId::parse),
                    all(document.getList(ROLES, String.class), RoleId::parse),
                    document.getBoolean(EVERYONE));
        }

        private static Attachment attachment(Document document) {
            return new Attachment(
                    AttachmentId.parse(document.getString(ID)),
                    new FileName(document.getString(NAME)),
                    document.getString(CONTENT_TYPE),
                    document.getLong(SIZE),
                    get(
                            document.get(IMAGE, Document.class),
                            image -> new ImageSize(image.getInteger(WIDTH), image.getInteger(HEIGHT))),
                    document.getBoolean(HAS_THUMBNAIL));
        }

        private static Reactions reactions(Document document) {
            return new Reactions(all(document.getList(ALL, Document.class), Reading::reaction));
        }

        private static Reaction reaction(Document document) {
            return new Reaction(
                    new Emoji(document.getString(EMOJI)), all(document.getList(USER_IDS, String.class), UserId::parse));
        }

        private static <S, T> @Nullable T get(@Nullable S stored, Function<S, T> value) {
            return stored == null ? null : value.apply(stored);
        }
    }

    private static <S, T> List<T> all(List<S> values, Function<S, T> one) {
        return values.stream().map(one).toList();
    }
}
