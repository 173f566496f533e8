package io.webchat.benchmark.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class MeterTest {
    private final Meter meter = new Meter(seconds(10));

    @Test
    void the_rate_counts_from_the_first_growth_to_the_last() {
        meter.look(0, seconds(13));
        meter.look(1_000, seconds(14));
        meter.look(5_000, seconds(16));
        meter.look(5_000, seconds(20));

        assertThat(meter.found()).isEqualTo(new Rebuild.Found(5_000, 6, 2_000));
        assertThat(meter.changed()).isEqualTo(seconds(16));
    }

    @Test
    void what_came_all_at_once_has_grown_since_the_beginning() {
        meter.look(5_000, seconds(12));

        assertThat(meter.found()).isEqualTo(new Rebuild.Found(5_000, 2, 2_500));
    }

    @Test
    void nothing_has_no_rate() {
        assertThat(meter.found()).isEqualTo(new Rebuild.Found(0, 0, 0));
    }

    private static long seconds(int number) {
        return TimeUnit.SECONDS.toNanos(number);
    }
}
