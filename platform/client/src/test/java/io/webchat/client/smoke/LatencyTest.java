package io.webchat.client.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class LatencyTest {

    @Test
    void percentiles_are_values_that_occurred() {
        var millis = LongStream.rangeClosed(1, 200).mapToObj(i -> i * 1_000_000).toList();

        assertThat(Latency.of(millis.reversed(), 100)).isEqualTo(new Latency(100, 198, 100, true));
    }

    @Test
    void a_median_over_the_limit_does_not_hold() {
        assertThat(Latency.of(List.of(20_010_000L), 20).holds()).isFalse();
    }
}
