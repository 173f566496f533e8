package io.webchat.domain.structure;

import io.webchat.domain.user.UserId;
import java.time.Instant;

/** What can be asked of a server as a whole. */
public sealed interface ServerCommand extends StructureCommand {
    /**
     * Make a server with one text channel named {@code general}; its maker is its owner and first member.
     *
     * @param generalChannelId drawn by whoever accepts the request, because deciders draw nothing
     */
    record Create(ServerId serverId, ServerName name, ChannelId generalChannelId, UserId actor, Instant at)
            implements ServerCommand {}
}
