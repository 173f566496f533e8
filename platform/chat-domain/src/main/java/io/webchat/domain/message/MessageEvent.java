package io.webchat.domain.message;

import io.webchat.domain.structure.ChannelId;
import io.webchat.domain.structure.ServerId;
import io.webchat.domain.user.UserId;
import java.time.Instant;

/** What happens to a message. */
public sealed interface MessageEvent {
    ServerId serverId();

    ChannelId channelId();

    MessageId messageId();

    Instant at();

    /**
     * Somebody said something. A later event with the same channel and message id is a retry of the first and means
     * nothing: every fold ignores it.
     */
    record Posted(
            ServerId serverId, ChannelId channelId, MessageId messageId, UserId authorId, String content, Instant at)
            implements MessageEvent {}
}
