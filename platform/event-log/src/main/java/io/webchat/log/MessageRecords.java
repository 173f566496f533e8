package io.webchat.log;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.webchat.domain.message.Mentions;
import io.webchat.domain.structure.ChannelId;
import io.webchat.domain.user.UserId;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * What a record of {@code webchat.messages} is about, by its key and headers alone: as {@link LogRecords} writes them.
 */
public final class MessageRecords {
    private static final String POSTED = "webchat.message.posted.";
    private static final String EDITED = "webchat.message.edited.";
    private static final String DELETED = "webchat.message.deleted.";

    private MessageRecords() {}

    /** Whether a message is posted by it, in whichever version. */
    public static boolean isPosted(ConsumerRecord<byte[], byte[]> record) {
        return isOf(POSTED, record);
    }

    /** Whether a message is written anew by it, in whichever version. */
    public static boolean isEdited(ConsumerRecord<byte[], byte[]> record) {
        return isOf(EDITED, record);
    }

    /** Whether a message is taken away by it, in whichever version. */
    public static boolean isDeleted(ConsumerRecord<byte[], byte[]> record) {
        return isOf(DELETED, record);
    }

    /** Its channel. Throws {@link IllegalArgumentException} if the key has none. */
    public static ChannelId channelOf(ConsumerRecord<byte[], byte[]> record) {
        var key = key(record);
        return ChannelId.parse(key.substring(0, Math.max(0, key.indexOf('/'))));
    }

    /** The part of its key that all records about the message share, {@code channelId/messageId}. */
    public static String messageOf(ConsumerRecord<byte[], byte[]> record) {
        var key = key(record);
        return key.substring(0, Math.max(0, key.lastIndexOf('/')));
    }

    /** Who did it; absent where the record does not say, or not by an id. */
    public static Optional<UserId> actorOf(ConsumerRecord<byte[], byte[]> record) {
        try {
            return Envelope.read(record.headers(), Envelope.USER_ID).map(UserId::parse);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Whom the message calls; absent for nobody, and in records of before there was the header. */
    public static Optional<Mentions> mentionsOf(ConsumerRecord<byte[], byte[]> record) {
        return Envelope.read(record.headers(), Envelope.MENTIONS).map(MentionHeader::read);
    }

    private static boolean isOf(String type, ConsumerRecord<byte[], byte[]> record) {
        return Envelope.read(record.headers(), Envelope.TYPE)
                .filter(given -> given.startsWith(type))
                .isPresent();
    }

    private static String key(ConsumerRecord<byte[], byte[]> record) {
        return new String(record.key(), UTF_8);
    }
}
