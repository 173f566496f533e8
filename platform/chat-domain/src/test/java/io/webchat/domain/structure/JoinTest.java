package io.webchat.domain.structure;

import static io.webchat.domain.Rejection.Reason.UNKNOWN_INVITE;
import static io.webchat.domain.structure.Samples.ADA_JOINED;
import static io.webchat.domain.structure.Samples.BEN;
import static io.webchat.domain.structure.Samples.BEN_JOINED;
import static io.webchat.domain.structure.Samples.CODE;
import static io.webchat.domain.structure.Samples.CREATED;
import static io.webchat.domain.structure.Samples.INVITED;
import static io.webchat.domain.structure.Samples.NOW;
import static io.webchat.domain.structure.Samples.SERVER;
import static io.webchat.domain.structure.Scenario.given;

import org.junit.jupiter.api.Test;

class JoinTest {
    private static final MemberCommand.Join JOIN = new MemberCommand.Join(SERVER, CODE, BEN, NOW);

    @Test
    void whoeverHasTheInviteJoins() {
        given(CREATED, ADA_JOINED, INVITED).when(JOIN).then(BEN_JOINED);
    }

    @Test
    void joiningAgainChangesNothing() {
        given(CREATED, ADA_JOINED, INVITED, BEN_JOINED).when(JOIN).thenNothing();
    }

    @Test
    void anUnknownInviteAdmitsNobody() {
        given(CREATED, ADA_JOINED).when(JOIN).thenRejected(UNKNOWN_INVITE);
    }

    @Test
    void thereIsNoJoiningAServerThatDoesNotExist() {
        given().when(JOIN).thenRejected(UNKNOWN_INVITE);
    }
}
