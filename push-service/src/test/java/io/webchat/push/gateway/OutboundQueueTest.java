package io.webchat.push.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.webchat.push.protocol.CloseCode;
import io.webchat.push.protocol.Frame;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class OutboundQueueTest {
    private final Executor threads = Executors.newVirtualThreadPerTaskExecutor();
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final RecordingOutlet outlet = new RecordingOutlet();

    @Test
    void writesInOrderAndWhatIsPendingAtOnce() {
        var queue = queue(1_000, Duration.ofMinutes(1));
        outlet.hold();
        queue.send(Frame.of("a"));
        outlet.awaitWriter();
        List.of("b", "c", "d").forEach(text -> queue.send(Frame.of(text)));
        outlet.letGo();

        await().until(() -> outlet.done.size() == 2);
        assertThat(outlet.done).containsExactly("a", "bcd");
    }

    @Test
    void moreThanItsBytesCloseItAndDropWhatIsPending() {
        var queue = queue(10, Duration.ofMinutes(1));
        outlet.hold();
        queue.send(Frame.of("12345"));
        outlet.awaitWriter();
        queue.send(Frame.of("12345"));
        queue.send(Frame.of("1"));
        outlet.letGo();

        await().until(() -> outlet.done.contains("close 4010"));
        assertThat(outlet.done).containsExactly("12345", "close 4010");
        assertThat(registry.counter("webchat.push.queue.overflows").count()).isEqualTo(1);
    }

    @Test
    void aFrameLargerThanTheQueuePassesWhenNothingElseIsPending() {
        var queue = queue(10, Duration.ofMinutes(1));
        queue.send(Frame.of("x".repeat(50)));

        await().until(() -> !outlet.done.isEmpty());
        assertThat(queue.isOpen()).isTrue();
    }

    @Test
    void aFrameThatWaitsTooLongClosesIt() {
        var queue = queue(1_000, Duration.ofMillis(20));
        outlet.hold();
        queue.send(Frame.of("old"));
        await().until(() -> {
            queue.send(Frame.of("new"));
            return !queue.isOpen();
        });
        outlet.letGo();

        await().until(() -> outlet.done.contains("close 4010"));
    }

    @Test
    void theFirstCloseCountsAndNothingFollowsIt() {
        var queue = queue(1_000, Duration.ofMinutes(1));
        queue.close(CloseCode.TOKEN_EXPIRED, "expired");
        queue.close(CloseCode.INTERNAL_ERROR, "internal error");
        queue.send(Frame.of("late"));

        await().until(() -> !outlet.done.isEmpty());
        assertThat(outlet.done).containsExactly("close 4011");
    }

    @Test
    void aSocketThatFailsClosesIt() {
        var queue = queue(1_000, Duration.ofMinutes(1));
        outlet.broken = true;
        queue.send(Frame.of("a"));

        await().until(() -> {
            queue.checkDeadlines();
            return !outlet.done.isEmpty();
        });
        assertThat(outlet.done).as("it is broken, and no close frame is tried").containsExactly("abort");
    }

    @Test
    void aFrameThatWaitsTooLongClosesItAlsoWhenNothingFollows() {
        var queue = queue(1_000, Duration.ofMillis(20));
        outlet.hold();
        queue.send(Frame.of("old"));
        await().until(() -> {
            queue.checkDeadlines();
            return !queue.isOpen();
        });
        outlet.letGo();

        await().until(() -> outlet.done.contains("close 4010"));
    }

    @Test
    void aCloseThatTheClientDoesNotAnswerIsCutOff() {
        var queue = queue(1_000, Duration.ofMinutes(1));
        queue.close(CloseCode.TOKEN_EXPIRED, "expired");
        await().until(() -> !outlet.done.isEmpty());
        queue.checkDeadlines();
        assertThat(outlet.done).as("it has five seconds").containsExactly("close 4011");

        await().until(() -> {
            queue.checkDeadlines();
            return outlet.done.contains("abort");
        });
    }

    @Test
    void whoWaitsForRoomGetsItWhenFramesHaveGoneOutAndNotWhenItIsClosed() throws Exception {
        var queue = queue(100, Duration.ofMinutes(1));
        outlet.hold();
        queue.send(Frame.of("x".repeat(60)));
        assertThat(queue.awaitRoom(Duration.ofMillis(10))).isFalse();
        var waiting = CompletableFuture.supplyAsync(() -> room(queue), threads);
        outlet.letGo();
        assertThat(waiting.get()).isTrue();

        queue.close(CloseCode.GOING_AWAY, "going away");
        assertThat(room(queue)).isFalse();
    }

    private OutboundQueue queue(int bytes, Duration age) {
        var any = Duration.ofSeconds(1);
        var size = DataSize.ofKilobytes(1);
        var properties =
                new GatewayProperties(any, any, any, size, size, 1, DataSize.ofBytes(bytes), age, 1, 1, any, 1);
        return new OutboundQueue(properties, outlet, threads, new SocketMetrics(registry, Clock.systemUTC()));
    }

    private static boolean room(OutboundQueue queue) {
        try {
            return queue.awaitRoom(Duration.ofSeconds(10));
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Writes when it is let to, on the writer's thread. */
    private static final class RecordingOutlet implements Outlet {
        final List<String> done = new CopyOnWriteArrayList<>();
        volatile boolean broken;
        private final Semaphore gate = new Semaphore(1);

        void hold() {
            gate.acquireUninterruptibly();
        }

        void letGo() {
            gate.release();
        }

        void awaitWriter() {
            await().until(gate::hasQueuedThreads);
        }

        @Override
        public void write(List<Frame> frames, Completion completion) {
            if (broken) {
                completion.failed(new IOException("broken"));
                return;
            }
            gate.acquireUninterruptibly();
            gate.release();
            done.add(frames.stream().map(Frame::text).collect(Collectors.joining()));
            completion.written();
        }

        @Override
        public void close(CloseCode code, String reason) {
            done.add("close " + code.code());
        }

        @Override
        public void abort() {
            done.add("abort");
        }
    }
}
