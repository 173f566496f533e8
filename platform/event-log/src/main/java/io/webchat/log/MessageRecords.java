package io.webchat.log;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.webchat.domain.structure.ChannelId;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * What a record of {@code webchat.messages} is about, by its key and headers alone: as {@link LogRecords} writes them.
 */
public final class MessageRecords {
    private static final String POSTED = "webchat.message.posted.";

    private MessageRecords() {}

    /** Whether a message is posted by it, in whichever version. */
    public static boolean isPosted(ConsumerRecord<byte[], byte[]> record) {
        return Envelope.read(record.headers(), Envelope.TYPE)
                .filter(type -> type.startsWith(POSTED))
                .isPresent();
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

    private static String key(ConsumerRecord<byte[], byte[]> record) {
        return new String(record.key(), UTF_8);
    }
}
