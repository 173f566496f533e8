package io.webchat.domain.structure;

import io.webchat.domain.user.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What can be asked about invites. */
public sealed interface InviteCommand extends StructureCommand {
    /**
     * Make an invite by which anyone who has it may join.
     *
     * @param code drawn by whoever accepts the request, because deciders draw nothing
     * @param expiresAt absent for never
     * @param maxUses at least 1; absent for any number
     */
    record Create(
            ServerId serverId,
            InviteCode code,
            @Nullable Instant expiresAt,
            @Nullable Integer maxUses,
            UserId actor,
            Instant at)
            implements InviteCommand {
        public Create {
            if (maxUses != null && maxUses < 1) {
                throw new IllegalArgumentException("maxUses: " + maxUses + " (expected: >= 1)");
            }
        }
    }

    /** End an invite. A no-op for one that was ended. */
    record Revoke(ServerId serverId, InviteCode code, UserId actor, Instant at) implements InviteCommand {}
}
