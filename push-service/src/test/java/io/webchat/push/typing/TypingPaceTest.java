package io.webchat.push.typing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TypingPaceTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final TypingPace pace = new TypingPace();

    @Test
    void theSamePlaceIsSaidAgainOnlyAfterAWhile() {
        assertThat(isSaid("general", 0)).isTrue();
        assertThat(isSaid("general", 2_499)).isFalse();
        assertThat(isSaid("general", 2_500)).isTrue();
        assertThat(isSaid("general", 2_501)).isFalse();
    }

    @Test
    void anotherPlaceIsSaidSooner() {
        assertThat(isSaid("general", 0)).isTrue();
        assertThat(isSaid("random", 499)).isFalse();
        assertThat(isSaid("random", 500)).isTrue();
        assertThat(isSaid("general", 999)).isFalse();
        assertThat(isSaid("general", 1_000)).isTrue();
    }

    private boolean isSaid(String place, long millis) {
        return pace.allows(place, START.plusMillis(millis), Duration.ofMillis(2_500), Duration.ofMillis(500));
    }
}
