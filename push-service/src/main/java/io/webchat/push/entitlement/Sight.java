package io.webchat.push.entitlement;

import io.webchat.domain.structure.ChannelId;
import io.webchat.domain.structure.Permission;
import io.webchat.domain.structure.Server;
import io.webchat.domain.structure.ServerId;
import io.webchat.domain.user.UserId;
import io.webchat.log.replica.StructureReplica;
import java.time.Instant;
import java.util.Optional;

/**
 * Who may see and do what as of now, for what has no place in the log. Unlike {@link Entitlements} it may be an event
 * ahead of what was delivered. Safe from any thread; waits for nothing.
 */
public final class Sight {
    private final StructureReplica structure;

    public Sight(StructureReplica structure) {
        this.structure = structure;
    }

    /** Whether two people share a server or a conversation; everybody sees themselves. */
    public boolean sees(UserId viewer, UserId other) {
        if (viewer.equals(other)) {
            return true;
        }
        var mine = structure.serversOf(viewer);
        var theirs = structure.serversOf(other);
        return mine.size() <= theirs.size() ? shares(viewer, other, mine) : shares(other, viewer, theirs);
    }

    /** Whether somebody sees a channel. */
    public boolean sees(UserId viewer, ChannelId channel) {
        return structure
                .serverOf(channel)
                .filter(server -> server.maySee(channel, viewer))
                .isPresent();
    }

    /** The server of a channel in which somebody may write now. */
    public Optional<ServerId> whereMayWrite(UserId author, ChannelId channel, Instant now) {
        return structure
                .serverOf(channel)
                .filter(server -> server.permissionsIn(channel, author).contains(Permission.SEND_MESSAGES))
                .filter(server -> !server.isSilent(author, now))
                .map(Server::id);
    }

    private boolean shares(UserId one, UserId other, Iterable<ServerId> servers) {
        for (var id : servers) {
            var server = structure.server(id);
            if (server.isPresent()
                    && server.get().hasMember(one)
                    && server.get().hasMember(other)) {
                return true;
            }
        }
        return false;
    }
}
