package io.webchat.projection.invite;

import io.webchat.domain.Rejection;
import io.webchat.projection.consume.ViewFreshness;
import io.webchat.projection.server.ServerNames;
import io.webchat.support.consistency.ConsistencyToken;
import io.webchat.support.problem.ProblemException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Tells whoever has an invite where it leads, before they sign up. */
@RestController
class InviteEndpoint {
    private final InviteRepository invites;
    private final ServerNames servers;
    private final ViewFreshness freshness;

    InviteEndpoint(InviteRepository invites, ServerNames servers, ViewFreshness freshness) {
        this.invites = invites;
        this.servers = servers;
        this.freshness = freshness;
    }

    @GetMapping("/api/invites/{code}")
    InvitePreview preview(@PathVariable String code, ConsistencyToken caller) {
        freshness.await(InviteRepository.VIEW, caller);
        var invite = invites.find(code)
                .orElseThrow(() -> ProblemException.rejected(
                        new Rejection(Rejection.Reason.UNKNOWN_INVITE, "This invite does not exist.")));
        var server = servers.find(invite.serverId(), caller)
                .orElseThrow(() -> ViewFreshness.behind("The server of the invite is not in the view yet."));
        return new InvitePreview(code, invite.serverId(), server.name(), server.memberCount());
    }

    record InvitePreview(String code, String serverId, String serverName, long memberCount) {}
}
