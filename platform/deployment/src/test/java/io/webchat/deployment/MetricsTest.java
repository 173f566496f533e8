package io.webchat.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MetricsTest {
    @Test
    void finds_what_is_measured_and_nothing_else() {
        assertThat(
                        Metrics.in(
                                "sum by (a, b) (rate(requests_total{uri=\"/{x}/a_b\"}[5m])) / on (slo) group_left c:d:e > 1e9 and absent(up)"))
                .containsExactly("c:d:e", "requests_total", "up");
        assertThat(Metrics.in("histogram_quantile(0.99, sum by (le) (rate(duration_bucket[5m]))) or vector(0)"))
                .containsExactly("duration_bucket");
    }
}
