package io.webchat.domain.structure;

import static io.webchat.domain.structure.Club.CLEO;
import static io.webchat.domain.structure.Club.DAN;
import static io.webchat.domain.structure.Club.EVE;
import static io.webchat.domain.structure.Samples.ADA;
import static io.webchat.domain.structure.Samples.BEN;
import static io.webchat.domain.structure.Samples.CODE;
import static io.webchat.domain.structure.Samples.GENERAL;
import static io.webchat.domain.structure.Samples.NOW;
import static io.webchat.domain.structure.Samples.SERVER;
import static io.webchat.domain.structure.Scenario.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.webchat.domain.Rejection.Reason;
import io.webchat.domain.user.UserId;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.IntStream;
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
    void whereVeryManyAreBannedOnlyMembersAreBannedAnyMore() {
        var many = IntStream.range(0, MemberDecider.MAX_BANS)
                .mapToObj(i -> new MemberEvent.Banned(SERVER, new UserId(new UUID(9, i)), BEN, NOW))
                .toArray(StructureEvent[]::new);
        var one = new UserId(new UUID(9, 0));
        var lifted = Arrays.copyOf(many, many.length + 1);
        lifted[many.length] = new MemberEvent.Unbanned(SERVER, one, BEN, NOW);

        given(Club.and(many))
                .when(new MemberCommand.Ban(SERVER, EVE, null, BEN, NOW))
                .thenRejected(Reason.LIMIT_REACHED);
        given(Club.and(many))
                .when(new MemberCommand.Ban(SERVER, one, null, BEN, NOW))
                .thenNothing();
        given(Club.and(many))
                .when(new MemberCommand.Ban(SERVER, DAN, null, BEN, NOW))
                .then(new MemberEvent.Banned(SERVER, DAN, BEN, NOW));
        given(Club.and(lifted))
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
                .thenRejected(Reason.TIMED_OUT);
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
    void whoIsTimedOutChangesNotEvenTheirNicknameButMayGo() {
        var until = NOW.plusSeconds(60);
        var timedOut = new MemberEvent.TimedOut(SERVER, CLEO, until, BEN, NOW);
        var nickname = new Nickname("Cleo!");
        given(Club.and(timedOut))
                .when(new MemberCommand.ChangeNickname(SERVER, CLEO, nickname, CLEO, NOW))
                .thenRejected(Reason.TIMED_OUT);
        given(Club.and(timedOut))
                .when(new MemberCommand.ChangeNickname(SERVER, CLEO, nickname, CLEO, until))
                .then(new MemberEvent.NicknameChanged(SERVER, CLEO, "Cleo!", CLEO, until));
        given(Club.and(timedOut))
                .when(new InviteCommand.Create(SERVER, new InviteCode("BBBBBBBBBBBBBBBB"), null, null, CLEO, NOW))
                .thenRejected(Reason.TIMED_OUT);
        given(Club.and(timedOut))
                .when(new ChannelCommand.Delete(SERVER, GENERAL, CLEO, NOW))
                .thenRejected(Reason.TIMED_OUT);
        given(Club.and(timedOut))
                .when(new MemberCommand.Leave(SERVER, CLEO, NOW))
                .then(new MemberEvent.Left(SERVER, CLEO, NOW));
    }

    @Test
    void anAdministratorIsNeverSilent() {
        var administrator = new RoleEvent.Edited(
                SERVER, Club.HELPER, "Helper", null, Permissions.of(Permission.ADMINISTRATOR), ADA, NOW);
        given(Club.and(new MemberEvent.TimedOut(SERVER, CLEO, NOW.plusSeconds(60), BEN, NOW), administrator))
                .when(new MemberCommand.Kick(SERVER, DAN, null, CLEO, NOW))
                .then(new MemberEvent.Kicked(SERVER, DAN, CLEO, NOW));
    }

    @Test
    void goingAndComingBackEndsNoTimeOut() {
        var until = NOW.plusSeconds(60);
        var timedOut = new MemberEvent.TimedOut(SERVER, DAN, until, BEN, NOW);
        var left = new MemberEvent.Left(SERVER, DAN, NOW);
        given(Club.and(timedOut, left))
                .when(new MemberCommand.Join(SERVER, CODE, DAN, NOW))
                .then(new MemberEvent.Joined(SERVER, DAN, CODE.id(), until, NOW));
        given(Club.and(timedOut, left))
                .when(new MemberCommand.Join(SERVER, CODE, DAN, until))
                .then(new MemberEvent.Joined(SERVER, DAN, CODE.id(), until));

        var back = given(Club.and(timedOut, left, new MemberEvent.Joined(SERVER, DAN, CODE.id(), until, NOW)))
                .state();
        assertThat(back.isSilent(DAN, until.minusSeconds(1))).isTrue();
        assertThat(back.isSilent(DAN, until)).isFalse();
    }

    @Test
    void goingAndComingBackEndsWhatAChannelAllowsAndNotWhatItDenies() {
        var allow = Permissions.of(Permission.MANAGE_MESSAGES);
        var deny = Permissions.of(Permission.SEND_MESSAGES);
        var back = given(Club.and(
                        new ChannelEvent.MemberOverridden(SERVER, GENERAL, DAN, allow, deny, ADA, NOW),
                        new MemberEvent.Banned(SERVER, DAN, BEN, NOW),
                        new MemberEvent.Unbanned(SERVER, DAN, BEN, NOW),
                        new MemberEvent.Joined(SERVER, DAN, CODE.id(), NOW)))
                .state();
        assertThat(back.permissionsIn(GENERAL, DAN)).isEqualTo(Permissions.BASELINE.minus(deny));
    }

    @Test
    void theTimeOutOfSomebodyWhoWentIsLiftedByWhoStandsAboveThem() {
        var timedOut = new MemberEvent.TimedOut(SERVER, DAN, NOW.plusSeconds(60), BEN, NOW);
        var kicked = new MemberEvent.Kicked(SERVER, DAN, BEN, NOW);
        var lifted = new MemberEvent.TimeOutLifted(SERVER, DAN, BEN, NOW);
        var lift = new MemberCommand.LiftTimeOut(SERVER, DAN, BEN, NOW);
        given(Club.and(timedOut, kicked)).when(lift).then(lifted);
        given(Club.and(timedOut, kicked, lifted)).when(lift).thenRejected(Reason.UNKNOWN_MEMBER);
        given(Club.and(timedOut, kicked, lifted))
                .when(new MemberCommand.Join(SERVER, CODE, DAN, NOW))
                .then(new MemberEvent.Joined(SERVER, DAN, CODE.id(), NOW));
    }

    @Test
    void timeOutsThatAreOverAreForgotten() {
        var first = new MemberEvent.TimedOut(SERVER, DAN, NOW.plusSeconds(60), BEN, NOW);
        var second = new MemberEvent.TimedOut(SERVER, CLEO, NOW.plusSeconds(90), BEN, NOW.plusSeconds(60));
        assertThat(given(Club.and(first, second)).state().timeOuts()).containsOnlyKeys(CLEO);
    }

    @Test
    void theOwnerCannotLeaveAndOthersCan() {
        given(Club.and()).when(new MemberCommand.Leave(SERVER, ADA, NOW)).thenRejected(Reason.OWNER_CANNOT_LEAVE);
        given(Club.and()).when(new MemberCommand.Leave(SERVER, DAN, NOW)).then(new MemberEvent.Left(SERVER, DAN, NOW));
        given(Club.and()).when(new MemberCommand.Leave(SERVER, EVE, NOW)).thenRejected(Reason.UNKNOWN_SERVER);
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
