package io.webchat.projection.consume;

import static org.assertj.core.api.Assertions.assertThat;

import io.webchat.projection.store.Generation;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ViewRatesTest {
    private static final Generation TIMELINE = new Generation("timeline", 1);

    private final ViewRates rates = new ViewRates();

    @Test
    void whoeverAsksForTheFirstTimeLearnsNothing() {
        assertThat(at(0, Map.of(0, 100L))).isEmpty();
        assertThat(rates.of(new Generation("timeline", 2), Map.of(0, 5L), seconds(2)))
                .as("another generation")
                .isEmpty();
    }

    @Test
    void aRateIsWhatWasAppliedSinceByPartition() {
        at(0, Map.of(0, 100L, 1, 7L));

        assertThat(at(3, Map.of(0, 160L, 1, 7L))).isEqualTo(Map.of(0, 20.0, 1, 0.0));
    }

    @Test
    void itIsTakenOverTheWindowAndNoLonger() {
        at(0, Map.of(0, 0L));
        at(10, Map.of(0, 1_000L));

        assertThat(at(15, Map.of(0, 1_500L))).isEqualTo(Map.of(0, 100.0));
        assertThat(at(20, Map.of(0, 1_500L))).isEqualTo(Map.of(0, 50.0));
        assertThat(at(60, Map.of(0, 9_000L)))
                .as("after a while in which nobody asked")
                .isEmpty();
    }

    @Test
    void whoAsksTooOftenDoesNotSpoilIt() {
        at(0, Map.of(0, 0L));

        assertThat(rates.of(TIMELINE, Map.of(0, 50L), seconds(0) + 1_000_000)).isEmpty();
        assertThat(at(2, Map.of(0, 100L))).isEqualTo(Map.of(0, 50.0));
    }

    @Test
    void whatTheStoreHasLostIsNoNegativeRate() {
        at(0, Map.of(0, 100L));

        assertThat(at(5, Map.of(0, 40L))).isEqualTo(Map.of(0, 0.0));
    }

    private Map<Integer, Double> at(int second, Map<Integer, Long> positions) {
        return rates.of(TIMELINE, positions, seconds(second));
    }

    private static long seconds(int count) {
        return Duration.ofSeconds(count).toNanos();
    }
}
