package io.webchat.domain.reading;

import io.webchat.domain.message.MessageId;
import io.webchat.domain.structure.ChannelId;
import io.webchat.domain.structure.ServerId;
import io.webchat.domain.user.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a person has read, or wants to hear of. Each event says all there is to say about its subject, so of several
 * about the same one only the last counts, and compaction may drop the others.
 */
public sealed interface ReadingEvent permits ReadingEvent.Marked, ReadingEvent.NotificationsChanged {
    UserId userId();

    ServerId serverId();

    Instant at();

    /** How far the messages of a channel, or of one of its threads, are read. Its subject is these messages. */
    sealed interface Marked extends ReadingEvent {
        ChannelId channelId();

        /** The message on which the thread hangs; null for the channel itself. */
        @Nullable
        MessageId threadId();

        /** Everything up to this number is read, and nothing after it. */
        long readUpTo();
    }

    /**
     * Somebody has read up to a message.
     *
     * @param messageId the last one that is read
     * @param number its number among those of the channel, or of the thread
     */
    record Read(
            UserId userId,
            ServerId serverId,
            ChannelId channelId,
            @Nullable MessageId threadId,
            MessageId messageId,
            long number,
            Instant at)
            implements Marked {
        @Override
        public long readUpTo() {
            return number;
        }
    }

    /**
     * Somebody wants to read again from a message on.
     *
     * @param messageId the first one that is not read
     * @param number its number among those of the channel, or of the thread
     */
    record MarkedUnread(
            UserId userId,
            ServerId serverId,
            ChannelId channelId,
            @Nullable MessageId threadId,
            MessageId messageId,
            long number,
            Instant at)
            implements Marked {
        @Override
        public long readUpTo() {
            return number - 1;
        }
    }

    /** What somebody wants to hear of a place. Its subject is these wishes. */
    sealed interface NotificationsChanged extends ReadingEvent {
        boolean muted();

        /** Null for what holds around the place: of a channel that of its server, of a server all. */
        @Nullable
        NotificationLevel level();
    }

    /** What somebody wants to hear of a channel. */
    record ChannelNotificationsChanged(
            UserId userId,
            ServerId serverId,
            ChannelId channelId,
            boolean muted,
            @Nullable NotificationLevel level,
            Instant at)
            implements NotificationsChanged {}

    /** What somebody wants to hear of a server. */
    record ServerNotificationsChanged(
            UserId userId,
            ServerId serverId,
            boolean muted,
            @Nullable NotificationLevel level,
            Instant at) implements NotificationsChanged {}
}
