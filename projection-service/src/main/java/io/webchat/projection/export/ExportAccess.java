package io.webchat.projection.export;

import io.webchat.domain.Rejection;
import io.webchat.domain.Rejection.Reason;
import io.webchat.domain.structure.ChannelId;
import io.webchat.domain.structure.Permission;
import io.webchat.domain.structure.Server;
import io.webchat.domain.structure.ServerId;
import io.webchat.projection.access.ReadAccess;
import io.webchat.support.consistency.ConsistencyToken;
import io.webchat.support.problem.ProblemException;
import io.webchat.support.token.AuthenticatedUser;
import org.springframework.stereotype.Component;

/**
 * Who may export what: a channel whoever sees it and manages its messages, a conversation everyone in it, and a server
 * whoever manages it, with those channels that they see.
 */
@Component
class ExportAccess {
    private final ReadAccess access;

    ExportAccess(ReadAccess access) {
        this.access = access;
    }

    ExportScope channel(ChannelId channel, AuthenticatedUser user, ConsistencyToken caller) {
        return new ExportScope(() -> exportable(channel, user, caller), user.userId(), channel);
    }

    ExportScope server(ServerId server, AuthenticatedUser user, ConsistencyToken caller) {
        return new ExportScope(
                () -> access.server(server, Permission.MANAGE_SERVER, user, caller)
                        .server(),
                user.userId(),
                null);
    }

    private Server exportable(ChannelId channel, AuthenticatedUser user, ConsistencyToken caller) {
        var server = access.channel(channel, user, caller).server();
        if (server.kind() == Server.Kind.COMMUNITY
                && !server.permissionsIn(channel, user.userId()).contains(Permission.MANAGE_MESSAGES)) {
            throw ProblemException.rejected(new Rejection(
                    Reason.MISSING_PERMISSION,
                    "Exporting a channel needs the permission \"" + Permission.MANAGE_MESSAGES.slug()
                            + "\" in it, which you lack."));
        }
        return server;
    }
}
