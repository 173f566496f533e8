package io.webchat.domain.message;

import io.webchat.domain.structure.ChannelId;
import io.webchat.domain.structure.ServerId;
import io.webchat.domain.user.UserId;
import java.time.Instant;

/** What happens to the pins of a channel. */
public sealed interface PinEvent extends MessageEvent {
    /** A message was pinned. One that is pinned already, or beyond {@link Pins#MAX}, means nothing. */
    record Pinned(ServerId serverId, ChannelId channelId, MessageId messageId, UserId actorId, Instant at)
            implements PinEvent {}

    /** A message is no longer pinned. */
    record Unpinned(ServerId serverId, ChannelId channelId, MessageId messageId, UserId actorId, Instant at)
            implements PinEvent {}
}
