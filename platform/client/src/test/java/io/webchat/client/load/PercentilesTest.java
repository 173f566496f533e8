package io.webchat.client.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class PercentilesTest {
    private static final long MILLI = 1_000_000;

    @Test
    void percentiles_are_durations_that_occurred() {
        var millis = LongStream.rangeClosed(1, 200).mapToObj(i -> i * MILLI).toList();
        var percentiles = new Percentiles(millis.reversed());

        assertThat(percentiles.millis(50)).isEqualTo(100);
        assertThat(percentiles.millis(99)).isEqualTo(198);
        assertThat(percentiles.millis(100)).isEqualTo(200);
    }

    @Test
    void a_single_duration_is_every_percentile() {
        var percentiles = new Percentiles(List.of(7 * MILLI));

        assertThat(percentiles.millis(1)).isEqualTo(7);
        assertThat(percentiles.millis(99)).isEqualTo(7);
    }

    @Test
    void one_slow_call_in_a_hundred_and_one_is_beyond_the_99th() {
        var durations = new ArrayList<>(Collections.nCopies(100, MILLI));
        durations.add(900 * MILLI);

        assertThat(new Percentiles(durations).millis(99)).isEqualTo(1);
        durations.add(900 * MILLI);
        assertThat(new Percentiles(durations).millis(99)).isEqualTo(900);
    }

    @Test
    void nothing_has_no_percentiles() {
        assertThatThrownBy(() -> new Percentiles(List.of())).isInstanceOf(IllegalArgumentException.class);
    }
}
