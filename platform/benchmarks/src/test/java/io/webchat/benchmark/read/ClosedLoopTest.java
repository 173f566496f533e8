package io.webchat.benchmark.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.webchat.benchmark.FailedCallException;
import java.time.Duration;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ClosedLoopTest {
    @Test
    void every_reader_asks_as_often_as_the_others() throws InterruptedException {
        var calls = new ConcurrentSkipListSet<String>();

        var timed = new ClosedLoop(2, 3).run((reader, index) -> calls.add(reader + " " + index));

        assertThat(calls).containsExactly("0 0", "0 1", "0 2", "1 3", "1 4", "1 5");
        assertThat(timed.nanos()).hasSize(6);
        assertThat(timed.perSecond()).isPositive();
    }

    @Test
    void all_readers_ask_at_once() throws InterruptedException {
        var all = new CyclicBarrier(20);

        var timed = new ClosedLoop(20, 2).run((reader, index) -> all.await(10, TimeUnit.SECONDS));

        assertThat(timed.nanos()).hasSize(40);
    }

    @Test
    void a_call_takes_as_long_as_it_takes() throws InterruptedException {
        var timed = new ClosedLoop(1, 1).run((reader, index) -> Thread.sleep(Duration.ofMillis(20)));

        assertThat(timed.nanos().getFirst()).isGreaterThanOrEqualTo(20_000_000);
        assertThat(timed.perSecond()).isLessThanOrEqualTo(50);
    }

    @Test
    void a_call_that_fails_is_no_figure() {
        assertThatThrownBy(() -> new ClosedLoop(2, 2).run((reader, index) -> {
                    if (index == 3) {
                        throw new IllegalStateException("no");
                    }
                }))
                .isInstanceOf(FailedCallException.class)
                .hasMessageContaining("no");
    }
}
