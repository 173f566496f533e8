package io.webchat.domain.message;

import io.webchat.domain.structure.ChannelId;
import io.webchat.domain.user.UserId;
import java.time.Instant;

/** What can be asked about messages. */
public sealed interface MessageCommand {
    ChannelId channelId();

    /** Who wants it. Known from their access token, never from the request's body. */
    UserId actor();

    /** When the request arrived. */
    Instant at();

    /** Say something in a channel. */
    record Post(ChannelId channelId, MessageId messageId, MessageContent content, UserId actor, Instant at)
            implements MessageCommand {}
}
