package io.webchat.push.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TallyTest {
    private final Tally<String> tally = new Tally<>(2);

    @Test
    void thereAreNoMoreOfOneThanThereMayBe() {
        assertThat(tally.take("a")).isTrue();
        assertThat(tally.take("a")).isTrue();
        assertThat(tally.take("a")).isFalse();
        assertThat(tally.take("b")).isTrue();
    }

    @Test
    void whatIsGivenBackMayBeTakenAgain() {
        tally.take("a");
        tally.take("a");
        tally.giveBack("a");

        assertThat(tally.take("a")).isTrue();
        assertThat(tally.take("a")).isFalse();
    }

    @Test
    void whatWasRefusedIsNotCounted() {
        tally.take("a");
        tally.take("a");
        tally.take("a");
        tally.giveBack("a");
        tally.giveBack("a");

        assertThat(tally.take("a")).isTrue();
        assertThat(tally.take("a")).isTrue();
    }
}
