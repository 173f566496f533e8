package io.webchat.support.log;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.springframework.context.SmartLifecycle;

/**
 * Writes something down at intervals while the service runs, and once more when it stops, on one thread of its own.
 * What goes wrong is the writer's to tell; a write that throws is the last one.
 */
public abstract class RegularWriter implements SmartLifecycle {
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

    @Override
    public void start() {
        running = true;
        thread.scheduleWithFixedDelay(this::write, interval.toMillis(), interval.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public final void stop() {
        running = false;
        thread.execute(this::write);
        thread.close();
    }

    @Override
    public final boolean isRunning() {
        return running;
    }
}
