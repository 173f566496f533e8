package io.webchat.log;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.webchat.domain.message.MessageId;
import io.webchat.domain.reading.ReadingEvent;
import io.webchat.domain.structure.ChannelId;
import io.webchat.domain.structure.ServerId;
import io.webchat.domain.user.UserId;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** The subjects of {@code webchat.reads}: its keys, and the ids of what views keep about them. */
public final class ReadingKeys {
    private ReadingKeys() {}

    /** The key of an event. */
    public static String of(ReadingEvent event) {
        return switch (event) {
            case ReadingEvent.Marked e -> mark(e.userId(), e.channelId(), e.threadId());
            case ReadingEvent.ChannelNotificationsChanged e -> notifications(e.userId(), e.channelId());
            case ReadingEvent.ServerNotificationsChanged e -> notifications(e.userId(), e.serverId());
        };
    }

    /** How far somebody has read a channel, or a thread of it. */
    public static String mark(UserId user, ChannelId channel, @Nullable MessageId thread) {
        var key = user + "/" + channel;
        return thread == null ? key : key + "/" + thread;
    }

    /** What somebody wants to hear of a channel. */
    public static String notifications(UserId user, ChannelId channel) {
        return user + "/notifications/" + channel;
    }

    /** What somebody wants to hear of a server. */
    public static String notifications(UserId user, ServerId server) {
        return user + "/notifications/" + server;
    }

    /** Whose record it is. Throws {@link IllegalArgumentException} if the key has no user. */
    public static UserId userOf(ConsumerRecord<byte[], byte[]> record) {
        var key = new String(record.key(), UTF_8);
        return UserId.parse(key.substring(0, Math.max(0, key.indexOf('/'))));
    }
}
