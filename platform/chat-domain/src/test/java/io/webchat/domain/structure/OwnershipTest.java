package io.webchat.domain.structure;

import static io.webchat.domain.structure.Club.DAN;
import static io.webchat.domain.structure.Club.EVE;
import static io.webchat.domain.structure.Samples.ADA;
import static io.webchat.domain.structure.Samples.BEN;
import static io.webchat.domain.structure.Samples.CODE;
import static io.webchat.domain.structure.Samples.GENERAL;
import static io.webchat.domain.structure.Samples.NOW;
import static io.webchat.domain.structure.Samples.SERVER;
import static io.webchat.domain.structure.Scenario.given;

import io.webchat.domain.Rejection.Reason;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class OwnershipTest {
    @Test
    void theOwnerHandsTheServerOverToAMember() {
        var transferred = new ServerEvent.OwnershipTransferred(SERVER, DAN, ADA, NOW);
        given(Club.and())
                .when(new ServerCommand.TransferOwnership(SERVER, DAN, ADA, NOW))
                .then(transferred);
        given(Club.and())
                .when(new ServerCommand.TransferOwnership(SERVER, ADA, ADA, NOW))
                .thenNothing();
        given(Club.and())
                .when(new ServerCommand.TransferOwnership(SERVER, EVE, ADA, NOW))
                .thenRejected(Reason.UNKNOWN_MEMBER);
        given(Club.and())
                .when(new ServerCommand.TransferOwnership(SERVER, BEN, BEN, NOW))
                .thenRejected(Reason.MISSING_PERMISSION);
        given(Club.and(transferred))
                .when(new MemberCommand.Leave(SERVER, ADA, NOW))
                .then(new MemberEvent.Left(SERVER, ADA, NOW));
    }

    @Test
    void onlyTheOwnerEndsTheServerAndThenNothingIsLeft() {
        var deleted = new ServerEvent.Deleted(SERVER, ADA, NOW);
        given(Club.and()).when(new ServerCommand.Delete(SERVER, ADA, NOW)).then(deleted);
        given(Club.and()).when(new ServerCommand.Delete(SERVER, BEN, NOW)).thenRejected(Reason.MISSING_PERMISSION);
        given(Club.and(deleted))
                .when(new MemberCommand.Join(SERVER, CODE, EVE, NOW))
                .thenRejected(Reason.UNKNOWN_INVITE);
        given(Club.and(deleted))
                .when(new ServerCommand.Rename(SERVER, new ServerName("Back"), ADA, NOW))
                .thenRejected(Reason.UNKNOWN_SERVER);
        given(Club.and(deleted))
                .when(new ServerCommand.Create(SERVER, new ServerName("Back"), GENERAL, ADA, NOW))
                .thenRejected(Reason.ALREADY_EXISTS);
    }

    @Test
    void whoManagesTheServerNamesAndDescribesIt() {
        given(Club.and())
                .when(new ServerCommand.Rename(SERVER, new ServerName("Moon club"), ADA, NOW))
                .then(new ServerEvent.Renamed(SERVER, "Moon club", ADA, NOW));
        given(Club.and())
                .when(new ServerCommand.Rename(SERVER, new ServerName("Rocket club"), ADA, NOW))
                .thenNothing();
        given(Club.and())
                .when(new ServerCommand.Rename(SERVER, new ServerName("Ben's"), BEN, NOW))
                .thenRejected(Reason.MISSING_PERMISSION);
        given(Club.and())
                .when(new ServerCommand.Describe(SERVER, new ServerDescription("We fly."), ADA, NOW))
                .then(new ServerEvent.Described(SERVER, "We fly.", ADA, NOW));
    }

    @Test
    void whoManagesTheServerGivesItAnIconAndTakesItAway() {
        var icon = new AttachmentId(new UUID(0, 50));
        var changed = new ServerEvent.IconChanged(SERVER, icon, ADA, NOW);

        given(Club.and())
                .when(new ServerCommand.ChangeIcon(SERVER, icon, ADA, NOW))
                .then(changed);
        given(Club.and(changed))
                .when(new ServerCommand.ChangeIcon(SERVER, icon, ADA, NOW))
                .thenNothing();
        given(Club.and(changed))
                .when(new ServerCommand.ChangeIcon(SERVER, null, ADA, NOW))
                .then(new ServerEvent.IconChanged(SERVER, null, ADA, NOW));
        given(Club.and())
                .when(new ServerCommand.ChangeIcon(SERVER, null, ADA, NOW))
                .thenNothing();
        given(Club.and())
                .when(new ServerCommand.ChangeIcon(SERVER, icon, BEN, NOW))
                .thenRejected(Reason.MISSING_PERMISSION);
    }
}
