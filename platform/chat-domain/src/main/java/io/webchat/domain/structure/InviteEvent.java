package io.webchat.domain.structure;

import io.webchat.domain.user.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What happens to an invite. Its uses are the {@link MemberEvent.Joined} with its id. */
public sealed interface InviteEvent extends StructureEvent {
    InviteCode code();

    /**
     * Whoever has the code may join from now on.
     *
     * @param expiresAt absent for never
     * @param maxUses absent for any number
     */
    record Created(
            ServerId serverId,
            InviteCode code,
            UserId createdBy,
            Instant at,
            @Nullable Instant expiresAt,
            @Nullable Integer maxUses)
            implements InviteEvent {
        @Override
        public UserId actorId() {
            return createdBy;
        }
    }

    record Revoked(ServerId serverId, InviteCode code, UserId actorId, Instant at) implements InviteEvent {}
}
