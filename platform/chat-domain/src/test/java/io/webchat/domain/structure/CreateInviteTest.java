package io.webchat.domain.structure;

import static io.webchat.domain.Rejection.Reason.ALREADY_EXISTS;
import static io.webchat.domain.Rejection.Reason.UNKNOWN_SERVER;
import static io.webchat.domain.structure.Samples.ADA;
import static io.webchat.domain.structure.Samples.ADA_JOINED;
import static io.webchat.domain.structure.Samples.BEN;
import static io.webchat.domain.structure.Samples.CODE;
import static io.webchat.domain.structure.Samples.CREATED;
import static io.webchat.domain.structure.Samples.INVITED;
import static io.webchat.domain.structure.Samples.NOW;
import static io.webchat.domain.structure.Samples.SERVER;
import static io.webchat.domain.structure.Scenario.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.webchat.domain.user.UserId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CreateInviteTest {
    @Test
    void aMemberMakesAnInvite() {
        given(CREATED, ADA_JOINED).when(create(ADA)).then(INVITED);
    }

    @Test
    void aStrangerIsToldThatThereIsNoSuchServer() {
        given(CREATED, ADA_JOINED).when(create(BEN)).thenRejected(UNKNOWN_SERVER);
    }

    @Test
    void thereIsNoInviteToAServerThatDoesNotExist() {
        given().when(create(ADA)).thenRejected(UNKNOWN_SERVER);
    }

    @Test
    void aCodeIsUsedOnlyOnce() {
        given(CREATED, ADA_JOINED, INVITED).when(create(ADA)).thenRejected(ALREADY_EXISTS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "short", "qR7-xT2_mN9pLk4v0", "qR7-xT2_mN9pLk4/"})
    void aCodeHasItsFormat(String code) {
        assertThatIllegalArgumentException().isThrownBy(() -> new InviteCode(code));
    }

    @Test
    void theIdOfAnInviteIsOfItsCodeAndDoesNotShowIt() {
        assertThat(CODE.id()).isEqualTo(InviteId.parse("d03bbb6e-c683-3226-85a2-520e4cd97cca"));
    }

    private static InviteCommand.Create create(UserId actor) {
        return new InviteCommand.Create(SERVER, CODE, null, null, actor, NOW);
    }
}
