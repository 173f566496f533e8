package io.webchat.domain.structure;

import io.webchat.domain.user.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An invite that is not revoked.
 *
 * @param expiresAt absent for never
 * @param maxUses absent for any number
 */
public record Invite(
        InviteCode code,
        UserId createdBy,
        @Nullable Instant expiresAt,
        @Nullable Integer maxUses,
        int uses) {
    public boolean isExpiredAt(Instant now) {
        return expiresAt != null && !now.isBefore(expiresAt);
    }

    public boolean isUsedUp() {
        return maxUses != null && uses >= maxUses;
    }

    /** Whether somebody may join by it. */
    boolean isOpenAt(Instant now) {
        return !isExpiredAt(now) && !isUsedUp();
    }

    Invite used() {
        return new Invite(code, createdBy, expiresAt, maxUses, uses + 1);
    }
}
