package io.webchat.projection.invite;

import io.webchat.domain.Rejection;
import io.webchat.domain.Rejection.Reason;
import io.webchat.domain.structure.Invite;
import io.webchat.domain.structure.InviteCode;
import io.webchat.domain.structure.Server;
import io.webchat.projection.consume.ViewFreshness;
import io.webchat.support.consistency.ConsistencyToken;
import io.webchat.support.log.CurrentStructure;
import io.webchat.support.problem.ProblemException;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Whether there is an invite, and it can still be used, is known from the log itself. */
@Component
class UsableInvites {
    private static final Duration FRESH_INVITE_WAIT = Duration.ofSeconds(1);

    private final CurrentStructure structure;
    private final Clock clock;

    UsableInvites(CurrentStructure structure, Clock clock) {
        this.structure = structure;
        this.clock = clock;
    }

    /** An invite, and where it leads. */
    record Usable(Invite invite, Server server) {}

    /** Throws {@code unknown-invite} (404), {@code invite-expired} or {@code invite-used-up} (410). */
    Usable require(String code, ConsistencyToken caller) {
        var known = known(code);
        var server = serverOf(known, caller);
        var invite = server.invite(known);
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
        return new Usable(invite, server);
    }

    /**
     * An invite travels faster between people than this replica may be, and whoever has one carries no token: what the
     * replica does not know is looked up once more when it has read everything there is.
     */
    private Server serverOf(InviteCode code, ConsistencyToken caller) {
        var replica = structure.asOf(caller);
        var found = replica.serverOf(code);
        if (found.isPresent()) {
            return found.get();
        }
        var isCurrent = replica.tail().awaitCurrent(FRESH_INVITE_WAIT);
        return replica.serverOf(code)
                .orElseThrow(() -> isCurrent
                        ? unknown()
                        : ViewFreshness.behind("Whether there is such an invite is not known yet."));
    }

    /** A text that cannot be a code is an invite that does not exist, not a malformed request. */
    private static InviteCode known(String code) {
        try {
            return new InviteCode(code);
        } catch (IllegalArgumentException e) {
            throw unknown();
        }
    }

    private static ProblemException unknown() {
        return ProblemException.rejected(new Rejection(Reason.UNKNOWN_INVITE, "This invite does not exist."));
    }
}
