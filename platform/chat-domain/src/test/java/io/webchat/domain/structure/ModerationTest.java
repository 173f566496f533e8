package io.webchat.domain.structure;

import static io.webchat.domain.structure.Club.CLEO;
import static io.webchat.domain.structure.Club.DAN;
import static io.webchat.domain.structure.Club.EVE;
import static io.webchat.domain.structure.Samples.ADA;
import static io.webchat.domain.structure.Samples.BEN;
import static io.webchat.domain.structure.Samples.CODE;
import static io.webchat.domain.structure.Samples.NOW;
import static io.webchat.domain.structure.Samples.SERVER;
import static io.webchat.domain.structure.Scenario.given;

import io.webchat.domain.Rejection.Reason;
import org.junit.jupiter.api.Test;

class ModerationTest {
    private static final ModerationReason SPAM = new ModerationReason("spam");

    @Test
    void aMemberBelowOneselfIsKickedAndTheReasonIsAnEventOfItsOwn() {
        given(Club.and())
                .when(new MemberCommand.Kick(SERVER, DAN, SPAM, CLEO, NOW))
                .then(
                        new MemberEvent.Kicked(SERVER, DAN, CLEO, NOW),
                        new MemberEvent.ModerationExplained(SERVER, DAN, "spam", CLEO, NOW));
    }

    @Test
    void nobodyActsOnWhoStandsAsHighOrHigher() {
        given(Club.and())
                .when(new MemberCommand.Kick(SERVER, BEN, null, CLEO, NOW))
                .thenRejected(Reason.OUTRANKED);
        given(Club.and())
                .when(new MemberCommand.Kick(SERVER, BEN, null, BEN, NOW))
                .thenRejected(Reason.OUTRANKED);
        given(Club.and())
                .when(new MemberCommand.Ban(SERVER, ADA, null, BEN, NOW))
                .thenRejected(Reason.OUTRANKED);
        given(Club.and())
                .when(new MemberCommand.Ban(SERVER, BEN, null, BEN, NOW))
                .thenRejected(Reason.OUTRANKED);
        given(Club.and())
                .when(new MemberCommand.TimeOut(SERVER, ADA, NOW.plusSeconds(60), null, BEN, NOW))
                .thenRejected(Reason.OUTRANKED);
    }

    @Test
    void moderationNeedsItsPermission() {
        given(Club.and())
                .when(new MemberCommand.Kick(SERVER, CLEO, null, DAN, NOW))
                .thenRejected(Reason.MISSING_PERMISSION);
        given(Club.and())
                .when(new MemberCommand.Ban(SERVER, DAN, null, CLEO, NOW))
                .thenRejected(Reason.MISSING_PERMISSION);
        given(Club.and()).when(new MemberCommand.Unban(SERVER, EVE, CLEO, NOW)).thenRejected(Reason.MISSING_PERMISSION);
        given(Club.and())
                .when(new MemberCommand.TimeOut(SERVER, DAN, NOW.plusSeconds(60), null, CLEO, NOW))
                .thenRejected(Reason.MISSING_PERMISSION);
        given(Club.and())
                .when(new MemberCommand.LiftTimeOut(SERVER, DAN, CLEO, NOW))
                .thenRejected(Reason.MISSING_PERMISSION);
    }

    @Test
    void whoIsNoMemberCannotBeKickedButBanned() {
        given(Club.and())
                .when(new MemberCommand.Kick(SERVER, EVE, null, ADA, NOW))
                .thenRejected(Reason.UNKNOWN_MEMBER);
        given(Club.and())
                .when(new MemberCommand.Ban(SERVER, EVE, null, BEN, NOW))
                .then(new MemberEvent.Banned(SERVER, EVE, BEN, NOW));
    }

    @Test
    void whoIsBannedCannotJoinUntilTheBanIsLifted() {
        var banned = new MemberEvent.Banned(SERVER, DAN, BEN, NOW);
        var join = new MemberCommand.Join(SERVER, CODE, DAN, NOW);
        given(Club.and(banned)).when(join).thenRejected(Reason.BANNED);
        given(Club.and(banned))
                .when(new MemberCommand.Ban(SERVER, DAN, null, BEN, NOW))
                .thenNothing();
        var unbanned = new MemberEvent.Unbanned(SERVER, DAN, BEN, NOW);
        given(Club.and(banned))
                .when(new MemberCommand.Unban(SERVER, DAN, BEN, NOW))
                .then(unbanned);
        given(Club.and(banned, unbanned)).when(join).then(new MemberEvent.Joined(SERVER, DAN, CODE.id(), NOW));
        given(Club.and()).when(new MemberCommand.Unban(SERVER, DAN, BEN, NOW)).thenNothing();
    }

    @Test
    void whoIsTimedOutDoesNothingUntilItEnds() {
        var timedOut = new MemberEvent.TimedOut(SERVER, CLEO, NOW.plusSeconds(60), BEN, NOW);
        given(Club.and())
                .when(new MemberCommand.TimeOut(SERVER, CLEO, NOW.plusSeconds(60), null, BEN, NOW))
                .then(timedOut);
        given(Club.and(timedOut))
                .when(new MemberCommand.Kick(SERVER, DAN, null, CLEO, NOW.plusSeconds(59)))
                .thenRejected(Reason.MISSING_PERMISSION);
        given(Club.and(timedOut))
                .when(new MemberCommand.Kick(SERVER, DAN, null, CLEO, NOW.plusSeconds(60)))
                .then(new MemberEvent.Kicked(SERVER, DAN, CLEO, NOW.plusSeconds(60)));
        given(Club.and(timedOut))
                .when(new MemberCommand.LiftTimeOut(SERVER, CLEO, BEN, NOW))
                .then(new MemberEvent.TimeOutLifted(SERVER, CLEO, BEN, NOW));
        given(Club.and())
                .when(new MemberCommand.LiftTimeOut(SERVER, CLEO, BEN, NOW))
                .thenNothing();
    }

    @Test
    void theOwnerCannotLeaveAndOthersCan() {
        given(Club.and()).when(new MemberCommand.Leave(SERVER, ADA, NOW)).thenRejected(Reason.OWNER_CANNOT_LEAVE);
        given(Club.and()).when(new MemberCommand.Leave(SERVER, DAN, NOW)).then(new MemberEvent.Left(SERVER, DAN, NOW));
        given(Club.and()).when(new MemberCommand.Leave(SERVER, EVE, NOW)).thenNothing();
        given().when(new MemberCommand.Leave(SERVER, EVE, NOW)).thenRejected(Reason.UNKNOWN_SERVER);
    }

    @Test
    void oneNamesOneselfAndWhoIsBelow() {
        var name = new Nickname("Danny");
        given(Club.and())
                .when(new MemberCommand.ChangeNickname(SERVER, DAN, name, DAN, NOW))
                .then(new MemberEvent.NicknameChanged(SERVER, DAN, "Danny", DAN, NOW));
        given(Club.and())
                .when(new MemberCommand.ChangeNickname(SERVER, DAN, null, BEN, NOW))
                .then(new MemberEvent.NicknameChanged(SERVER, DAN, null, BEN, NOW));
        given(Club.and())
                .when(new MemberCommand.ChangeNickname(SERVER, BEN, name, CLEO, NOW))
                .thenRejected(Reason.MISSING_PERMISSION);
        given(Club.and())
                .when(new MemberCommand.ChangeNickname(SERVER, ADA, name, BEN, NOW))
                .thenRejected(Reason.OUTRANKED);
    }

    @Test
    void outsidersLearnNothing() {
        given(Club.and())
                .when(new MemberCommand.Kick(SERVER, DAN, null, EVE, NOW))
                .thenRejected(Reason.UNKNOWN_SERVER);
    }
}
