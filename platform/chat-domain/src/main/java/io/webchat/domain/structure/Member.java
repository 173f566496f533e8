package io.webchat.domain.structure;

import org.pcollections.HashTreePSet;
import org.pcollections.PSet;

/**
 * A membership, as far as it matters for deciding. Most members have no role and are all {@link #PLAIN}, so that a
 * server of a hundred thousand costs little.
 *
 * @param roles without that of everyone
 */
public record Member(PSet<RoleId> roles) {
    static final Member PLAIN = new Member(HashTreePSet.empty());

    Member with(RoleId role) {
        return new Member(roles.plus(role));
    }

    Member without(RoleId role) {
        var fewer = roles.minus(role);
        return fewer.isEmpty() ? PLAIN : new Member(fewer);
    }
}
