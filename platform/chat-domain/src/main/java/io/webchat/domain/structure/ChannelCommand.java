package io.webchat.domain.structure;

import io.webchat.domain.user.UserId;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What can be asked of channels. */
public sealed interface ChannelCommand extends StructureCommand {
    /** The longest slow mode. */
    Duration MAX_SLOW_MODE = Duration.ofHours(6);

    ChannelId channelId();

    /**
     * Make a text channel.
     *
     * @param isPrivate only the maker sees it at first: everyone is denied to view it, and the maker is allowed to
     */
    record Create(
            ServerId serverId,
            ChannelId channelId,
            ChannelName name,
            ChannelTopic topic,
            @Nullable CategoryId categoryId,
            boolean isPrivate,
            UserId actor,
            Instant at)
            implements ChannelCommand {}

    record Rename(ServerId serverId, ChannelId channelId, ChannelName name, UserId actor, Instant at)
            implements ChannelCommand {}

    record ChangeTopic(ServerId serverId, ChannelId channelId, ChannelTopic topic, UserId actor, Instant at)
            implements ChannelCommand {}

    /**
     * @param categoryId where to; absent for above all categories
     * @param after which channel there to follow; absent to be the first
     */
    record Move(
            ServerId serverId,
            ChannelId channelId,
            @Nullable CategoryId categoryId,
            @Nullable ChannelId after,
            UserId actor,
            Instant at)
            implements ChannelCommand {}

    /** @param seconds between two messages of a member, up to {@link #MAX_SLOW_MODE}; 0 for none */
    record ChangeSlowMode(ServerId serverId, ChannelId channelId, int seconds, UserId actor, Instant at)
            implements ChannelCommand {
        public ChangeSlowMode {
            if (seconds < 0 || seconds > MAX_SLOW_MODE.toSeconds()) {
                throw new IllegalArgumentException("seconds: " + seconds + " (expected: 0 to 21600)");
            }
        }
    }

    /** Change what a role means in a channel; an empty override ends the change. */
    record OverrideRole(
            ServerId serverId,
            ChannelId channelId,
            RoleId roleId,
            PermissionOverride override,
            UserId actor,
            Instant at)
            implements ChannelCommand {}

    /** Change what one member may do in a channel; an empty override ends the change. */
    record OverrideMember(
            ServerId serverId,
            ChannelId channelId,
            UserId userId,
            PermissionOverride override,
            UserId actor,
            Instant at)
            implements ChannelCommand {}

    record Delete(ServerId serverId, ChannelId channelId, UserId actor, Instant at) implements ChannelCommand {}
}
