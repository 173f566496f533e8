package io.webchat.client.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LatencyTest {

    @Test
    void aMedianUpToTheLimitHolds() {
        assertThat(Latency.of(List.of(20_000_000L), 20)).isEqualTo(new Latency(20, 20, 20, true));
    }

    @Test
    void aMedianOverTheLimitDoesNotHold() {
        assertThat(Latency.of(List.of(20_010_000L), 20).holds()).isFalse();
    }
}
