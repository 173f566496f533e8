package io.webchat.client.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class OpenLoopTest {
    private static final int SECONDS = 10;

    @Test
    void a_call_that_hangs_holds_up_no_later_one() {
        var last = new CountDownLatch(1);

        var calls = new OpenLoop(3, 1_000).run((index, due) -> {
            if (index == 2) {
                last.countDown();
            }
            return last.await(SECONDS, TimeUnit.SECONDS);
        });

        assertThat(calls).hasSize(3).allMatch(Future::resultNow);
    }

    @Test
    void calls_are_due_at_equal_distances_and_begin_no_earlier() {
        record Begin(long due, long begun) {}

        var begins = new OpenLoop(5, 200)
                .run((index, due) -> new Begin(due, System.nanoTime())).stream()
                        .map(Future::resultNow)
                        .toList();

        assertThat(begins).allMatch(begin -> begin.begun() >= begin.due());
        var distances = new ArrayList<Long>();
        for (var i = 1; i < begins.size(); i++) {
            distances.add(begins.get(i).due() - begins.get(i - 1).due());
        }
        assertThat(distances).containsOnly(5_000_000L);
    }

    @Test
    void no_call_begins_while_too_many_are_unanswered() {
        var never = new CountDownLatch(1);

        var calls = new OpenLoop(1_000, 10_000, 2).run((index, due) -> never.await(1, TimeUnit.SECONDS));

        assertThat(calls).hasSize(3);
    }

    @Test
    void a_call_that_fails_is_among_the_calls() {
        var calls = new OpenLoop(2, 1_000).run((index, due) -> {
            if (index == 0) {
                throw new IllegalStateException("no");
            }
            return index;
        });

        assertThat(calls).extracting(Future::state).containsExactly(Future.State.FAILED, Future.State.SUCCESS);
    }

    @Test
    void a_pace_of_nothing_is_refused() {
        assertThatThrownBy(() -> new OpenLoop(1, 0)).isInstanceOf(IllegalArgumentException.class);
    }
}
