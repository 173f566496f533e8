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

import io.webchat.domain.Rejection.Reason;
import io.webchat.domain.user.UserId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ConversationTest {
    private static final ConversationEvent.PairStarted PAIR =
            new ConversationEvent.PairStarted(SERVER, GENERAL, List.of(ADA, BEN), ADA, NOW);
    private static final ConversationEvent.GroupStarted GROUP =
            new ConversationEvent.GroupStarted(SERVER, GENERAL, List.of(ADA, BEN, CLEO), null, ADA, NOW);

    @Test
    void aPairHasOneConversation() {
        given().when(new ConversationCommand.StartPair(SERVER, GENERAL, BEN, ADA, NOW))
                .then(PAIR);
        given(PAIR)
                .when(new ConversationCommand.StartPair(SERVER, GENERAL, ADA, BEN, NOW))
                .thenNothing();
        given(PAIR).when(new MemberCommand.Leave(SERVER, ADA, NOW)).thenRejected(Reason.MISSING_PERMISSION);
        given(PAIR)
                .when(new ConversationCommand.AddMember(SERVER, CLEO, ADA, NOW))
                .thenRejected(Reason.MISSING_PERMISSION);
        given(PAIR)
                .when(new ServerCommand.Rename(SERVER, new ServerName("Us"), ADA, NOW))
                .thenRejected(Reason.MISSING_PERMISSION);
    }

    @Test
    void anIdMeansOneConversation() {
        given(GROUP)
                .when(new ConversationCommand.StartGroup(SERVER, GENERAL, List.of(BEN, CLEO), null, ADA, NOW))
                .thenRejected(Reason.ALREADY_EXISTS);
        given(GROUP)
                .when(new ConversationCommand.StartPair(SERVER, GENERAL, BEN, ADA, NOW))
                .thenRejected(Reason.ALREADY_EXISTS);
    }

    @Test
    void aGroupGrowsToTenAndPeopleLeaveIt() {
        given().when(new ConversationCommand.StartGroup(SERVER, GENERAL, List.of(BEN, CLEO), null, ADA, NOW))
                .then(GROUP);
        given(GROUP)
                .when(new ConversationCommand.AddMember(SERVER, DAN, BEN, NOW))
                .then(new ConversationEvent.MemberAdded(SERVER, DAN, BEN, NOW));
        given(GROUP)
                .when(new ConversationCommand.AddMember(SERVER, BEN, ADA, NOW))
                .thenNothing();
        given(GROUP)
                .when(new ConversationCommand.AddMember(SERVER, DAN, EVE, NOW))
                .thenRejected(Reason.UNKNOWN_SERVER);
        given(GROUP).when(new MemberCommand.Leave(SERVER, ADA, NOW)).then(new MemberEvent.Left(SERVER, ADA, NOW));
        var full = new ArrayList<UserId>();
        for (var i = 0; i < 10; i++) {
            full.add(new UserId(new UUID(5, i)));
        }
        given(new ConversationEvent.GroupStarted(SERVER, GENERAL, full, null, full.getFirst(), NOW))
                .when(new ConversationCommand.AddMember(SERVER, DAN, full.getLast(), NOW))
                .thenRejected(Reason.LIMIT_REACHED);
        given().when(new ConversationCommand.StartGroup(SERVER, GENERAL, full, null, ADA, NOW))
                .thenRejected(Reason.LIMIT_REACHED);
    }

    @Test
    void nobodyGovernsAConversation() {
        given(GROUP).when(new MemberCommand.Kick(SERVER, BEN, null, ADA, NOW)).thenRejected(Reason.MISSING_PERMISSION);
        given(GROUP).when(new ServerCommand.Delete(SERVER, ADA, NOW)).thenRejected(Reason.MISSING_PERMISSION);
        given(GROUP)
                .when(new InviteCommand.Create(SERVER, CODE, null, null, ADA, NOW))
                .thenRejected(Reason.MISSING_PERMISSION);
        given(GROUP)
                .when(new ServerCommand.Rename(SERVER, new ServerName("Crew"), BEN, NOW))
                .then(new ServerEvent.Renamed(SERVER, "Crew", BEN, NOW));
    }
}
