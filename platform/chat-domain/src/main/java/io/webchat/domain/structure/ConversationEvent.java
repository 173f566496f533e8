package io.webchat.domain.structure;

import io.webchat.domain.user.UserId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happens to a direct conversation. It has one channel and no roles, invites or owner. */
public sealed interface ConversationEvent extends StructureEvent {
    /**
     * Two people have a conversation from now on, for ever.
     *
     * @param userIds whoever started it first
     */
    record PairStarted(ServerId serverId, ChannelId channelId, List<UserId> userIds, UserId actorId, Instant at)
            implements ConversationEvent {
        public PairStarted {
            userIds = List.copyOf(userIds);
        }
    }

    /**
     * Several people have a conversation from now on.
     *
     * @param userIds whoever started it first
     * @param name absent for none
     */
    record GroupStarted(
            ServerId serverId,
            ChannelId channelId,
            List<UserId> userIds,
            @Nullable String name,
            UserId actorId,
            Instant at)
            implements ConversationEvent {
        public GroupStarted {
            userIds = List.copyOf(userIds);
        }
    }

    /** Somebody was brought into a group, and sees its whole past. */
    record MemberAdded(ServerId serverId, UserId userId, UserId actorId, Instant at) implements ConversationEvent {}
}
