package io.webchat.system.stack;

import java.time.Duration;
import java.util.concurrent.atomic.LongAdder;

/**
 * How long this machine has stood still since this was made: what short sleeps took beyond their time. It leaves out
 * what is too short to matter, and does not see that one other process alone stands still.
 */
public final class Stalls implements AutoCloseable {
    private static final Duration SLEEP = Duration.ofMillis(50);

    private final LongAdder nanos = new LongAdder();
    private final Thread watch = Thread.ofPlatform().name("stalls").daemon().start(this::watch);

    public Duration total() {
        return Duration.ofNanos(nanos.sum());
    }

    @Override
    public void close() {
        watch.interrupt();
    }

    private void watch() {
        try {
            while (true) {
                var before = System.nanoTime();
                Thread.sleep(SLEEP);
                var beyond = System.nanoTime() - before - SLEEP.toNanos();
                if (beyond > SLEEP.toNanos()) {
                    nanos.add(beyond);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
