package io.webchat.domain.reading;

import io.webchat.domain.message.MessageId;
import io.webchat.domain.structure.ChannelId;
import io.webchat.domain.structure.ServerId;
import io.webchat.domain.user.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What somebody wants to do with their own marks. */
public sealed interface ReadingCommand {
    /**
     * A message of a channel or thread, as it is numbered there.
     *
     * @param threadId the message on which the thread hangs; null for the channel itself
     */
    record Place(
            ServerId serverId,
            ChannelId channelId,
            @Nullable MessageId threadId,
            MessageId messageId,
            long number) {}

    /** To have read up to a message, and it. */
    record MarkRead(UserId actor, Place upTo, Instant at) implements ReadingCommand {}

    /** To read again from a message on. */
    record MarkUnread(UserId actor, Place from, Instant at) implements ReadingCommand {}
}
