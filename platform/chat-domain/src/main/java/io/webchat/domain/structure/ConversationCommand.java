package io.webchat.domain.structure;

import io.webchat.domain.user.UserId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What can be asked of direct conversations. */
public sealed interface ConversationCommand extends StructureCommand {
    /**
     * Have the conversation of two people. A no-op if they have it already.
     *
     * @param serverId computed from the two, so that there is one per pair
     * @param channelId computed likewise
     */
    record StartPair(ServerId serverId, ChannelId channelId, UserId other, UserId actor, Instant at)
            implements ConversationCommand {
        public StartPair {
            if (other.equals(actor)) {
                throw new IllegalArgumentException("other: must not be the actor");
            }
        }
    }

    /** @param others without the actor and without repetitions */
    record StartGroup(
            ServerId serverId,
            ChannelId channelId,
            List<UserId> others,
            @Nullable ServerName name,
            UserId actor,
            Instant at)
            implements ConversationCommand {
        public StartGroup {
            others = List.copyOf(others);
        }
    }

    /** Bring somebody into a group. A no-op for somebody who is in it. */
    record AddMember(ServerId serverId, UserId userId, UserId actor, Instant at) implements ConversationCommand {}
}
