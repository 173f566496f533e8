package io.webchat.push.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SocketWritersTest {
    private final SocketWriters one = new SocketWriters(1);
    private final SocketWriters two = new SocketWriters(2);
    private final List<Integer> written = new CopyOnWriteArrayList<>();

    @AfterEach
    void close() {
        one.close();
        two.close();
    }

    @Test
    void oneThreadWritesInOrderAndWhatHasComeMeanwhile() {
        var gate = new CountDownLatch(1);
        one.execute(() -> awaitUninterruptibly(gate));
        IntStream.range(0, 1_000).forEach(number -> one.execute(() -> written.add(number)));
        gate.countDown();

        await().until(() -> written.size() == 1_000);
        assertThat(written).isSorted();
    }

    @Test
    void whatComesWhenAllAreIdleIsWrittenEachTime() {
        for (var number = 0; number < 100; number++) {
            var expected = number;
            two.execute(() -> written.add(expected));
            await().pollDelay(Duration.ZERO).until(() -> written.size() == expected + 1);
        }
    }

    @Test
    void manyWritesOccupyAllThreads() {
        var names = ConcurrentHashMap.<String>newKeySet();
        var both = new CountDownLatch(2);
        IntStream.range(0, 1_000)
                .forEach(number -> two.execute(() -> {
                    if (names.add(Thread.currentThread().getName())) {
                        both.countDown();
                        awaitUninterruptibly(both);
                    }
                    written.add(number);
                }));

        await().until(() -> written.size() == 1_000);
        assertThat(names).hasSize(2);
    }

    @Test
    void aWriteThatFailsDoesNotEndItsThread() {
        one.execute(() -> {
            throw new IllegalStateException("expected");
        });
        one.execute(() -> written.add(1));

        await().until(() -> written.contains(1));
    }

    @Test
    void aWriteThatEndsInAnErrorDoesNotEndItsThreadEither() {
        one.execute(() -> {
            throw new AssertionError("expected");
        });
        await().until(() -> {
            one.execute(() -> written.add(1));
            return written.contains(1);
        });
    }

    @Test
    void whatWasTakenBeforeItWasClosedIsWritten() {
        var gate = new CountDownLatch(1);
        one.execute(() -> awaitUninterruptibly(gate));
        one.execute(() -> written.add(1));
        one.close();
        gate.countDown();

        await().until(() -> written.contains(1));
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
