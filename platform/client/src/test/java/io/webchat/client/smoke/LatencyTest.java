package io.webchat.client.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class LatencyTest {

    @Test
    void percentilesAreValuesThatOccurred() {
        var millis = LongStream.rangeClosed(1, 200).mapToObj(i -> i * 1_000_000).toList();

        assertThat(Latency.of(millis.reversed(), 100)).isEqualTo(new Latency(100, 198, 100, true));
    }

    @Test
    void aMedianOverTheLimitDoesNotHold() {
        assertThat(Latency.of(List.of(20_010_000L), 20).holds()).isFalse();
    }
}
