package io.webchat.domain.structure;

import io.webchat.domain.user.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What happens to a channel. */
public sealed interface ChannelEvent extends StructureEvent {
    ChannelId channelId();

    /**
     * A text channel exists from now on and takes messages. It is the last of its category.
     *
     * @param topic absent for none
     * @param categoryId absent for a channel above all categories
     * @param isPrivate if true, everyone is denied to view it and its maker is allowed to, from the start
     */
    record Created(
            ServerId serverId,
            ChannelId channelId,
            String name,
            UserId createdBy,
            Instant at,
            @Nullable String topic,
            @Nullable CategoryId categoryId,
            @Nullable Boolean isPrivate)
            implements ChannelEvent {
        @Override
        public UserId actorId() {
            return createdBy;
        }
    }

    record Renamed(ServerId serverId, ChannelId channelId, String name, UserId actorId, Instant at)
            implements ChannelEvent {}

    /** @param topic empty for none */
    record TopicChanged(ServerId serverId, ChannelId channelId, String topic, UserId actorId, Instant at)
            implements ChannelEvent {}

    /**
     * @param categoryId where it now is; absent for above all categories
     * @param after the channel there that it now follows; absent if it is the first
     */
    record Moved(
            ServerId serverId,
            ChannelId channelId,
            @Nullable CategoryId categoryId,
            @Nullable ChannelId after,
            UserId actorId,
            Instant at)
            implements ChannelEvent {}

    /** @param seconds that a member waits between two messages; 0 for not at all */
    record SlowModeChanged(ServerId serverId, ChannelId channelId, int seconds, UserId actorId, Instant at)
            implements ChannelEvent {}

    /** Replaces what the channel changes for the members with a role; nothing in both lists ends it. */
    record RoleOverridden(
            ServerId serverId,
            ChannelId channelId,
            RoleId roleId,
            Permissions allow,
            Permissions deny,
            UserId actorId,
            Instant at)
            implements ChannelEvent {}

    /** Replaces what the channel changes for one member; nothing in both lists ends it. */
    record MemberOverridden(
            ServerId serverId,
            ChannelId channelId,
            UserId userId,
            Permissions allow,
            Permissions deny,
            UserId actorId,
            Instant at)
            implements ChannelEvent {}

    /** The channel is gone, and its messages with it. */
    record Deleted(ServerId serverId, ChannelId channelId, UserId actorId, Instant at) implements ChannelEvent {}
}
