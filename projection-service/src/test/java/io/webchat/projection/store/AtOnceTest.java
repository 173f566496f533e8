package io.webchat.projection.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class AtOnceTest {
    private final GenerationRouting routing = new GenerationRouting();
    private final List<String> done = new CopyOnWriteArrayList<>();

    @Test
    void bothHaveToDoWithTheGenerationsOfTheCaller() {
        GenerationRouting.run(
                new Generation("timeline", 7),
                () -> AtOnce.run(
                        () -> done.add(routing.collection("messages")),
                        () -> done.add(routing.collection("message_numbers"))));

        assertThat(done).containsExactlyInAnyOrder("messages.7", "message_numbers.7");
    }

    @Test
    void neitherWaitsForTheOther() {
        var one = new CountDownLatch(1);
        var other = new CountDownLatch(1);

        AtOnce.run(() -> meet(one, other), () -> meet(other, one));

        assertThat(done).containsExactly("met", "met");
    }

    @Test
    void aFailureOfEitherIsThrownOnceBothAreDone() {
        assertThatThrownBy(() -> AtOnce.run(this::fail, () -> done.add("other")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("failed");
        assertThatThrownBy(() -> AtOnce.run(() -> done.add("one"), this::fail))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("failed");

        assertThat(done).containsExactly("other", "one");
    }

    private void meet(CountDownLatch mine, CountDownLatch theirs) {
        mine.countDown();
        try {
            theirs.await();
            done.add("met");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void fail() {
        throw new IllegalStateException("failed");
    }
}
