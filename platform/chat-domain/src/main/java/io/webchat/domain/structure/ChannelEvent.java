package io.webchat.domain.structure;

import io.webchat.domain.user.UserId;
import java.time.Instant;

/** What happens to a channel. */
public sealed interface ChannelEvent extends StructureEvent {
    ChannelId channelId();

    /** A text channel exists from now on and takes messages. */
    record Created(ServerId serverId, ChannelId channelId, String name, UserId createdBy, Instant at)
            implements ChannelEvent {}
}
