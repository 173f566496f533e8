package io.webchat.support.log;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Writes something down at intervals while the service runs, and once more when it stops, on one thread of its own. A
 * write that throws is told of in the log, and the next one comes in its time.
 */
public abstract class RegularWriter implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(RegularWriter.class);

    private final Duration interval;
    private final ScheduledExecutorService thread;
    private volatile boolean running;

    /**
     * Prepares one; it begins with {@link #start}.
     *
     * @param name of the thread
     * @param interval between the end of a write and the beginning of the next
     */
    protected RegularWriter(String name, Duration interval) {
        this.interval = interval;
        this.thread = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name(name).daemon().factory());
    }

    protected abstract void write();

    private void tryToWrite() {
        try {
            write();
        } catch (RuntimeException e) {
            log.warn("cannot write down what the next start would begin with", e);
        }
    }

    @Override
    public void start() {
        running = true;
        thread.scheduleWithFixedDelay(
                this::tryToWrite, interval.toMillis(), interval.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public final void stop() {
        running = false;
        thread.execute(this::tryToWrite);
        thread.close();
    }

    @Override
    public final boolean isRunning() {
        return running;
    }
}
