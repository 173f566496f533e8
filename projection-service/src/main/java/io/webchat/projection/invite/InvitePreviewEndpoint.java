package io.webchat.projection.invite;

import io.webchat.domain.Rejection;
import io.webchat.projection.consume.ViewFreshness;
import io.webchat.projection.server.ServerNames;
import io.webchat.support.consistency.ConsistencyToken;
import io.webchat.support.problem.ProblemException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * Tells whoever has an invite where it leads, before they sign up. Somebody who is logged in, such as the one who made
 * it, may send a consistency token.
 */
@RestController
class InvitePreviewEndpoint {
    private final Invites invites;
    private final InviteProjection projection;
    private final ServerNames servers;
    private final ViewFreshness freshness;

    InvitePreviewEndpoint(Invites invites, InviteProjection projection, ServerNames servers, ViewFreshness freshness) {
        this.invites = invites;
        this.projection = projection;
        this.servers = servers;
        this.freshness = freshness;
    }

    @GetMapping("/api/invites/{code}")
    InvitePreview preview(@PathVariable String code, ConsistencyToken caller) {
        freshness.await(projection, caller);
        return invites.find(code)
                .flatMap(invite -> servers.find(invite.serverId(), caller)
                        .map(server -> new InvitePreview(code, invite.serverId(), server.name(), server.memberCount())))
                .orElseThrow(() -> ProblemException.rejected(
                        new Rejection(Rejection.Reason.UNKNOWN_INVITE, "This invite does not exist.")));
    }

    record InvitePreview(String code, String serverId, String serverName, long memberCount) {}
}
