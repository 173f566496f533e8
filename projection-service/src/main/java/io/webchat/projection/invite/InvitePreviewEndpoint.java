package io.webchat.projection.invite;

import io.webchat.domain.Rejection;
import io.webchat.projection.server.ServerNames;
import io.webchat.support.problem.ProblemException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Tells whoever has an invite where it leads, before they sign up. */
@RestController
class InvitePreviewEndpoint {
    private final Invites invites;
    private final ServerNames servers;

    InvitePreviewEndpoint(Invites invites, ServerNames servers) {
        this.invites = invites;
        this.servers = servers;
    }

    @GetMapping("/api/invites/{code}")
    InvitePreview preview(@PathVariable String code) {
        return invites.find(code)
                .flatMap(invite -> servers.find(invite.serverId())
                        .map(server -> new InvitePreview(code, invite.serverId(), server.name(), server.memberCount())))
                .orElseThrow(() -> ProblemException.rejected(
                        new Rejection(Rejection.Reason.UNKNOWN_INVITE, "This invite does not exist.")));
    }

    record InvitePreview(String code, String serverId, String serverName, long memberCount) {}
}
