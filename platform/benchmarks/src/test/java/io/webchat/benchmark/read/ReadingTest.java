package io.webchat.benchmark.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.webchat.benchmark.Latency;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReadingTest {
    private final AtomicInteger prepared = new AtomicInteger();
    private final AtomicInteger asked = new AtomicInteger();

    @Test
    void each_pace_has_a_warm_up_and_three_rounds_each_prepared() throws InterruptedException {
        var found = reading(Promise.ofMedian(1_000), (reader, index) -> {}).measure();

        assertThat(prepared).hasValue(2 * 4);
        assertThat(asked).hasValue(4 * 5 + 4 * 2 * 3);
        assertThat(found).extracting(Reading.Found::readers).containsExactly(1, 2);
        assertThat(found).extracting(Reading.Found::callsInARound).containsExactly(5, 6);
        assertThat(found).allSatisfy(one -> {
            assertThat(one.holds()).isTrue();
            assertThat(one.store()).isNotNull();
        });
    }

    @Test
    void nothing_is_said_about_what_is_not_promised_or_not_the_stores() throws InterruptedException {
        var found = reading(null, null).measure();

        assertThat(found).allSatisfy(one -> {
            assertThat(one.holds()).isNull();
            assertThat(one.store()).isNull();
        });
    }

    @Test
    void a_promise_holds_if_the_median_and_five_times_it_hold() {
        var promise = Promise.ofMedian(5);

        assertThat(promise.holds(new Latency(5, 25))).isTrue();
        assertThat(promise.holds(new Latency(5.01, 6))).isFalse();
        assertThat(promise.holds(new Latency(1, 25.01))).isFalse();
    }

    private Reading reading(@Nullable Promise promise, ClosedLoop.@Nullable Call store) {
        return new Reading(
                "something",
                promise,
                List.of(new ClosedLoop(1, 5), new ClosedLoop(2, 3)),
                prepared::incrementAndGet,
                (reader, index) -> asked.incrementAndGet(),
                store);
    }
}
