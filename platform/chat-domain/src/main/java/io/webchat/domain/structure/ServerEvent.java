package io.webchat.domain.structure;

import io.webchat.domain.user.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What happens to a server as a whole. */
public sealed interface ServerEvent extends StructureEvent {
    /** The first event of every server. Its owner becomes a member by the {@link MemberEvent.Joined} that follows. */
    record Created(ServerId serverId, String name, UserId ownerId, Instant at) implements ServerEvent {
        @Override
        public UserId actorId() {
            return ownerId;
        }
    }

    record Renamed(ServerId serverId, String name, UserId actorId, Instant at) implements ServerEvent {}

    /** @param description empty for none */
    record Described(ServerId serverId, String description, UserId actorId, Instant at) implements ServerEvent {}

    /** @param iconId the uploaded image; absent for none */
    record IconChanged(ServerId serverId, @Nullable AttachmentId iconId, UserId actorId, Instant at)
            implements ServerEvent {}

    /** @param ownerId the new owner; the former one stays a member */
    record OwnershipTransferred(ServerId serverId, UserId ownerId, UserId actorId, Instant at) implements ServerEvent {}

    /** The last event of a server: its channels, members and invites are gone with it. */
    record Deleted(ServerId serverId, UserId actorId, Instant at) implements ServerEvent {}
}
