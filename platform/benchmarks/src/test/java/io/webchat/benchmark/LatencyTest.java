package io.webchat.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import io.webchat.benchmark.Limit.Figure;
import java.util.List;
import org.junit.jupiter.api.Test;

class LatencyTest {

    @Test
    void one_round_does_not_decide() {
        var median = Latency.median(List.of(new Latency(2, 9), new Latency(40, 400), new Latency(3, 5)));

        assertThat(median).isEqualTo(new Latency(3, 9));
    }

    @Test
    void a_limit_looks_at_its_own_figure_only() {
        var latency = new Latency(5, 101);

        assertThat(new Limit(Figure.P50, 5).holds(latency)).isTrue();
        assertThat(new Limit(Figure.P99, 100).holds(latency)).isFalse();
    }
}
