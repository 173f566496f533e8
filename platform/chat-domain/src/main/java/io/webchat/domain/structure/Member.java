package io.webchat.domain.structure;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePSet;
import org.pcollections.PSet;

/**
 * A membership, as far as it matters for deciding. Most members have no role and are all {@link #PLAIN}, so that a
 * server of a hundred thousand costs little.
 *
 * @param roles without that of everyone
 * @param timedOutUntil absent for somebody who never was
 */
public record Member(PSet<RoleId> roles, @Nullable Instant timedOutUntil) {
    static final Member PLAIN = new Member(HashTreePSet.empty(), null);

    /** Whether the member may only read at a time. */
    public boolean isTimedOutAt(Instant now) {
        return timedOutUntil != null && now.isBefore(timedOutUntil);
    }

    Member with(RoleId role) {
        return new Member(roles.plus(role), timedOutUntil);
    }

    Member without(RoleId role) {
        var fewer = roles.minus(role);
        return fewer.isEmpty() && timedOutUntil == null ? PLAIN : new Member(fewer, timedOutUntil);
    }

    Member timedOut(@Nullable Instant until) {
        return roles.isEmpty() && until == null ? PLAIN : new Member(roles, until);
    }
}
