package io.webchat.domain.structure;

import io.webchat.domain.user.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What can be asked of a server as a whole. */
public sealed interface ServerCommand extends StructureCommand {
    /**
     * Make a server with one text channel named {@code general}; its maker is its owner and first member.
     *
     * @param generalChannelId drawn by whoever accepts the request, because deciders draw nothing
     */
    record Create(ServerId serverId, ServerName name, ChannelId generalChannelId, UserId actor, Instant at)
            implements ServerCommand {}

    /** Also for a group conversation, by anyone in it. */
    record Rename(ServerId serverId, ServerName name, UserId actor, Instant at) implements ServerCommand {}

    record Describe(ServerId serverId, ServerDescription description, UserId actor, Instant at)
            implements ServerCommand {}

    /** @param iconId an image that was uploaded; absent for none */
    record ChangeIcon(ServerId serverId, @Nullable AttachmentId iconId, UserId actor, Instant at)
            implements ServerCommand {}

    record TransferOwnership(ServerId serverId, UserId newOwner, UserId actor, Instant at) implements ServerCommand {}

    record Delete(ServerId serverId, UserId actor, Instant at) implements ServerCommand {}
}
