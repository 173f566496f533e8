package io.webchat.support.compute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.webchat.support.problem.ProblemException;
import io.webchat.support.problem.ProblemType;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;

class ComputePoolTest {
    private final ComputePool pool = new ComputePool(
            "computing", 1, Duration.ofMillis(50), () -> new ProblemException(ProblemType.OVERLOADED, "Busy."));

    @Test
    void theWorkIsDoneOnAPlatformThread() throws Exception {
        try (var requests = Executors.newVirtualThreadPerTaskExecutor()) {
            var thread =
                    requests.submit(() -> pool.compute(Thread::currentThread)).get();

            assertThat(thread.isVirtual()).isFalse();
            assertThat(thread.getName()).startsWith("computing-");
        }
    }

    @Test
    void whatTheWorkThrowsIsThrown() {
        assertThatThrownBy(() -> pool.compute(() -> {
                    throw new IllegalArgumentException("odd");
                }))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("odd");
        assertThatThrownBy(() -> pool.compute(() -> {
                    throw new StackOverflowError();
                }))
                .isInstanceOf(StackOverflowError.class);
        assertThat(pool.compute(() -> 1)).isEqualTo(1);
    }

    @Test
    void whoWaitsForTooLongIsTurnedAway() throws Exception {
        var started = new CountDownLatch(1);
        var finish = new CountDownLatch(1);
        try (var requests = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = requests.submit(() -> pool.compute(() -> await(started, finish)));
            started.await();

            assertIsBusy();

            finish.countDown();
            assertThat(running.get()).isTrue();
            assertThat(pool.compute(() -> 1)).isEqualTo(1);
        }
    }

    @Test
    void workWhoseCallerHasGoneKeepsItsThreadUntilItEnds() throws Exception {
        var started = new CountDownLatch(1);
        var finish = new CountDownLatch(1);
        var caller = new FutureTask<>(() -> pool.compute(() -> await(started, finish)));
        var thread = Thread.ofVirtual().start(caller);
        started.await();

        thread.interrupt();
        assertThatThrownBy(caller::get).hasCauseInstanceOf(ProblemException.class);
        assertIsBusy();
        finish.countDown();
    }

    private void assertIsBusy() {
        assertThatThrownBy(() -> pool.compute(() -> 1))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.type()).isEqualTo(ProblemType.OVERLOADED));
    }

    private static boolean await(CountDownLatch started, CountDownLatch finish) {
        started.countDown();
        try {
            finish.await();
            return true;
        } catch (InterruptedException e) {
            return false;
        }
    }
}
