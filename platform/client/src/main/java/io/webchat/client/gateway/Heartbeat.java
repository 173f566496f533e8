package io.webchat.client.gateway;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/**
 * Beats in an interval, the first time after a random part of it, so that clients that connected together do not beat
 * together. A beat that is due while the last one is still unanswered means that the connection is dead.
 */
final class Heartbeat {
    private static final Executor VIRTUAL_THREADS = Thread::startVirtualThread;

    private final Duration interval;
    private final Runnable beat;
    private final Runnable unanswered;
    private volatile boolean waiting;
    private volatile boolean stopped;

    Heartbeat(Duration interval, Runnable beat, Runnable unanswered) {
        this.interval = interval;
        this.beat = beat;
        this.unanswered = unanswered;
    }

    void start() {
        schedule(ThreadLocalRandom.current().nextLong(interval.toNanos()));
    }

    void answered() {
        waiting = false;
    }

    void stop() {
        stopped = true;
    }

    private void due() {
        if (stopped) {
            return;
        }
        if (waiting) {
            unanswered.run();
            return;
        }
        waiting = true;
        beat.run();
        schedule(interval.toNanos());
    }

    private void schedule(long nanos) {
        CompletableFuture.delayedExecutor(nanos, TimeUnit.NANOSECONDS, VIRTUAL_THREADS)
                .execute(this::due);
    }
}
