package io.webchat.domain.structure;

import static io.webchat.domain.Rejection.Reason.ALREADY_EXISTS;
import static io.webchat.domain.structure.Samples.ADA;
import static io.webchat.domain.structure.Samples.ADA_JOINED;
import static io.webchat.domain.structure.Samples.CREATED;
import static io.webchat.domain.structure.Samples.GENERAL;
import static io.webchat.domain.structure.Samples.GENERAL_CREATED;
import static io.webchat.domain.structure.Samples.NOW;
import static io.webchat.domain.structure.Samples.SERVER;
import static io.webchat.domain.structure.Scenario.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CreateServerTest {
    private static final ServerCommand.Create CREATE =
            new ServerCommand.Create(SERVER, new ServerName("Rocket club"), GENERAL, ADA, NOW);

    @Test
    void aNewServerHasItsOwnerAsMemberAndAGeneralChannel() {
        given().when(CREATE).then(CREATED, ADA_JOINED, GENERAL_CREATED);
    }

    @Test
    void anIdIsUsedOnlyOnce() {
        given(CREATED, ADA_JOINED, GENERAL_CREATED).when(CREATE).thenRejected(ALREADY_EXISTS);
    }

    @Test
    void aNameLosesTheWhiteSpaceAroundIt() {
        assertThat(new ServerName("  Rocket club ").value()).isEqualTo("Rocket club");
    }

    @Test
    void aNameIsCountedInCharactersAsPeopleSeeThem() {
        assertThat(new ServerName("🚀".repeat(100)).value()).hasSize(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "\n"})
    void aNameHasAtLeastOneCharacter(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ServerName(name))
                .withMessageContaining("1 to 100");
    }

    @Test
    void aNameHasAtMostAHundredCharacters() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ServerName("x".repeat(101)))
                .withMessageContaining("has 101");
    }
}
