package io.webchat.domain.structure;

import static io.webchat.domain.structure.Club.DAN;
import static io.webchat.domain.structure.Club.EVE;
import static io.webchat.domain.structure.Club.EVERYONE;
import static io.webchat.domain.structure.Samples.ADA;
import static io.webchat.domain.structure.Samples.BEN;
import static io.webchat.domain.structure.Samples.NOW;
import static io.webchat.domain.structure.Samples.SERVER;
import static io.webchat.domain.structure.Scenario.given;

import io.webchat.domain.Rejection.Reason;
import org.junit.jupiter.api.Test;

class InvitesTest {
    private static final InviteCode ONCE = new InviteCode("OOOOOOOOOOOOOOOO");
    private static final InviteEvent.Created SINGLE =
            new InviteEvent.Created(SERVER, ONCE, ADA, NOW, NOW.plusSeconds(60), 1);

    @Test
    void anInviteEndsWithItsTime() {
        given(Club.and(SINGLE))
                .when(new MemberCommand.Join(SERVER, ONCE, EVE, NOW.plusSeconds(59)))
                .then(new MemberEvent.Joined(SERVER, EVE, ONCE.id(), NOW.plusSeconds(59)));
        given(Club.and(SINGLE))
                .when(new MemberCommand.Join(SERVER, ONCE, EVE, NOW.plusSeconds(60)))
                .thenRejected(Reason.INVITE_EXPIRED);
    }

    @Test
    void anInviteEndsWithItsLastUse() {
        given(Club.and(
                        SINGLE,
                        new MemberEvent.Left(SERVER, DAN, NOW),
                        new MemberEvent.Joined(SERVER, DAN, ONCE.id(), NOW)))
                .when(new MemberCommand.Join(SERVER, ONCE, EVE, NOW))
                .thenRejected(Reason.INVITE_USED_UP);
    }

    @Test
    void itsMakerAndWhoManagesTheServerRevokeIt() {
        var byDan = new InviteEvent.Created(SERVER, ONCE, DAN, NOW, null, null);
        given(Club.and(byDan))
                .when(new InviteCommand.Revoke(SERVER, ONCE, DAN, NOW))
                .then(new InviteEvent.Revoked(SERVER, ONCE, DAN, NOW));
        given(Club.and(byDan))
                .when(new InviteCommand.Revoke(SERVER, ONCE, ADA, NOW))
                .then(new InviteEvent.Revoked(SERVER, ONCE, ADA, NOW));
        given(Club.and(byDan))
                .when(new InviteCommand.Revoke(SERVER, ONCE, BEN, NOW))
                .thenRejected(Reason.MISSING_PERMISSION);
        given(Club.and()).when(new InviteCommand.Revoke(SERVER, ONCE, ADA, NOW)).thenRejected(Reason.UNKNOWN_INVITE);
        given(Club.and(byDan, new InviteEvent.Revoked(SERVER, ONCE, DAN, NOW)))
                .when(new MemberCommand.Join(SERVER, ONCE, EVE, NOW))
                .thenRejected(Reason.UNKNOWN_INVITE);
    }

    @Test
    void invitingNeedsThePermission() {
        given(Club.and(new RoleEvent.Edited(SERVER, EVERYONE, "everyone", null, Permissions.NONE, ADA, NOW)))
                .when(new InviteCommand.Create(SERVER, ONCE, null, null, DAN, NOW))
                .thenRejected(Reason.MISSING_PERMISSION);
    }
}
