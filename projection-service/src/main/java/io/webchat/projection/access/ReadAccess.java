package io.webchat.projection.access;

import io.webchat.domain.Rejection;
import io.webchat.domain.Rejection.Reason;
import io.webchat.domain.structure.ChannelId;
import io.webchat.domain.structure.Permission;
import io.webchat.domain.structure.ServerId;
import io.webchat.log.replica.StructureReplica.Snapshot;
import io.webchat.support.consistency.ConsistencyToken;
import io.webchat.support.log.CurrentStructure;
import io.webchat.support.problem.ProblemException;
import io.webchat.support.token.AuthenticatedUser;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Lets members read. To everybody else, what they may not read does not exist. */
@Component
public class ReadAccess {
    private final CurrentStructure structure;

    ReadAccess(CurrentStructure structure) {
        this.structure = structure;
    }

    /** The servers that the user may read. */
    public Set<ServerId> servers(AuthenticatedUser user, ConsistencyToken caller) {
        return structure.asOf(caller).serversOf(user.userId());
    }

    /** The states of the servers that the user may read. */
    public List<Snapshot> snapshots(AuthenticatedUser user, ConsistencyToken caller) {
        var current = structure.asOf(caller);
        return current.serversOf(user.userId()).stream()
                .flatMap(server -> member(current.snapshotOf(server), user).stream())
                .toList();
    }

    /** A server's state, for its members. Throws {@code unknown-server} (404) for others. */
    public Snapshot server(ServerId server, AuthenticatedUser user, ConsistencyToken caller) {
        return member(structure.asOf(caller).snapshotOf(server), user)
                .orElseThrow(() -> ProblemException.rejected(new Rejection(
                        Reason.UNKNOWN_SERVER, "There is no such server, or you are not a member of it.")));
    }

    /**
     * A server's state, for members with a permission in it. Throws {@code missing-permission} (403) for other members
     * and {@code unknown-server} (404) for everybody else.
     */
    public Snapshot server(ServerId server, Permission needed, AuthenticatedUser user, ConsistencyToken caller) {
        var found = server(server, user, caller);
        if (!found.server().permissionsOf(user.userId()).contains(needed)) {
            throw ProblemException.rejected(new Rejection(
                    Reason.MISSING_PERMISSION, "This needs the permission \"" + needed.slug() + "\", which you lack."));
        }
        return found;
    }

    /**
     * The state of a channel's server, for whoever may read the channel. Throws {@code unknown-channel} (404) for
     * others.
     */
    public Snapshot channel(ChannelId channel, AuthenticatedUser user, ConsistencyToken caller) {
        return member(structure.asOf(caller).snapshotOf(channel), user)
                .filter(snapshot -> snapshot.server().maySee(channel, user.userId()))
                .orElseThrow(() -> ProblemException.rejected(Rejection.UNKNOWN_CHANNEL));
    }

    private static Optional<Snapshot> member(Optional<Snapshot> found, AuthenticatedUser user) {
        return found.filter(snapshot -> snapshot.server().hasMember(user.userId()));
    }
}
