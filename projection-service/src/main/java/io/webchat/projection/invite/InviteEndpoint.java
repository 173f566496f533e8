package io.webchat.projection.invite;

import io.webchat.domain.Rejection;
import io.webchat.domain.Rejection.Reason;
import io.webchat.domain.structure.InviteCode;
import io.webchat.domain.structure.ServerId;
import io.webchat.projection.consume.ViewFreshness;
import io.webchat.projection.server.ServerNames;
import io.webchat.support.consistency.ConsistencyToken;
import io.webchat.support.log.CurrentStructure;
import io.webchat.support.problem.ProblemException;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Tells whoever has an invite where it leads, before they sign up. */
@RestController
class InviteEndpoint {
    private final InviteRepository invites;
    private final ServerNames servers;
    private final ViewFreshness freshness;
    private final CurrentStructure structure;
    private final Clock clock;

    InviteEndpoint(
            InviteRepository invites,
            ServerNames servers,
            ViewFreshness freshness,
            CurrentStructure structure,
            Clock clock) {
        this.invites = invites;
        this.servers = servers;
        this.freshness = freshness;
        this.structure = structure;
        this.clock = clock;
    }

    /** Whether the invite can still be used is known from the log itself; the view may be behind it. */
    @GetMapping("/api/invites/{code}")
    InvitePreview previewInvite(@PathVariable String code, ConsistencyToken caller) {
        freshness.await(InviteRepository.VIEW, caller);
        var found = invites.find(code).orElseThrow(InviteEndpoint::unknown);
        var server =
                structure.asOf(caller).server(ServerId.parse(found.serverId())).orElseThrow(InviteEndpoint::unknown);
        var invite = server.invite(new InviteCode(code));
        if (invite == null) {
            throw unknown();
        }
        if (invite.isExpiredAt(clock.instant())) {
            throw ProblemException.rejected(new Rejection(Reason.INVITE_EXPIRED, "This invite has expired."));
        }
        if (invite.isUsedUp()) {
            throw ProblemException.rejected(
                    new Rejection(Reason.INVITE_USED_UP, "This invite was used as often as it may be."));
        }
        var name = servers.find(found.serverId(), caller)
                .orElseThrow(() -> ViewFreshness.behind("The server of the invite is not in the view yet."));
        return new InvitePreview(code, found.serverId(), name, server.members().size(), invite.expiresAt());
    }

    private static ProblemException unknown() {
        return ProblemException.rejected(new Rejection(Reason.UNKNOWN_INVITE, "This invite does not exist."));
    }

    record InvitePreview(
            String code,
            String serverId,
            String serverName,
            long memberCount,
            @Nullable Instant expiresAt) {}
}
