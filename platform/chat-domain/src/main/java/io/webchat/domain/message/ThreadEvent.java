package io.webchat.domain.message;

import io.webchat.domain.structure.ChannelId;
import io.webchat.domain.structure.ServerId;
import io.webchat.domain.user.UserId;
import java.time.Instant;

/**
 * What happens to the thread that hangs on a message. Who posts in a thread joins it by that; there is no further
 * event.
 */
public sealed interface ThreadEvent extends MessageEvent {
    /** A thread was begun. It has the id of its message, and there is one at most: a second start means nothing. */
    record Started(ServerId serverId, ChannelId channelId, MessageId messageId, UserId actorId, String name, Instant at)
            implements ThreadEvent {}

    /** Somebody wants to hear of the thread. */
    record Joined(ServerId serverId, ChannelId channelId, MessageId messageId, UserId actorId, Instant at)
            implements ThreadEvent {}

    /** Somebody no longer wants to hear of it. */
    record Left(ServerId serverId, ChannelId channelId, MessageId messageId, UserId actorId, Instant at)
            implements ThreadEvent {}
}
