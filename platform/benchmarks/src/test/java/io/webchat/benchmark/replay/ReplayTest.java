package io.webchat.benchmark.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReplayTest {
    @Test
    void the_limit_is_half_of_the_smaller_one_of_both_medians() {
        var replay =
                Replay.of(rebuilds(900, 5_000, 4_000), List.of(90_000L, 70_000L, 80_000L), List.of(9L, 8_000L, 9_000L));

        assertThat(replay).isEqualTo(new Replay(100, 4_000, 80_000, 8_000, 4_000, true, rebuilds(900, 5_000, 4_000)));
    }

    @Test
    void one_below_it_is_missed() {
        assertThat(Replay.of(rebuilds(3_999), List.of(8_000L), List.of(9_000L)).holds())
                .isFalse();
    }

    private static List<Rebuild.Found> rebuilds(long... rates) {
        return Arrays.stream(rates)
                .mapToObj(rate -> new Rebuild.Found(100, 1, rate))
                .toList();
    }
}
