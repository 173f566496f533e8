package io.webchat.standalone.supervisor;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One process that is kept alive: started, watched, and started again when it dies, after a pause that doubles from
 * half a second to half a minute and is forgotten once the process has been up for a minute.
 *
 * <p>A thread of its own makes every transition. {@code onChange} is called after each one, from that thread.
 */
final class ManagedProcess {
    private static final Duration STARTING_POLL = Duration.ofMillis(100);
    private static final Duration RUNNING_POLL = Duration.ofSeconds(2);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    private static final Duration STABLE_AFTER = Duration.ofMinutes(1);

    private final ProcessSpec spec;
    private final Spawner spawner;
    private final Runnable onChange;
    private final CountDownLatch stopRequested = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);

    private volatile ProcessStatus status;
    private volatile int deathsBeforeHealthy;
    private @Nullable Process process;
    private volatile boolean wasHealthy;

    ManagedProcess(ProcessSpec spec, Spawner spawner, Runnable onChange) {
        this.spec = spec;
        this.spawner = spawner;
        this.onChange = onChange;
        this.status = new ProcessStatus(spec.name(), ProcessState.WAITING, null, spec.ports(), 0, Instant.now());
    }

    ProcessSpec spec() {
        return spec;
    }

    ProcessStatus status() {
        return status;
    }

    /** How often in a row it died without having been healthy. */
    int deathsBeforeHealthy() {
        return deathsBeforeHealthy;
    }

    void start() {
        Thread.ofVirtual().name("watch-" + spec.name()).start(this::keepAlive);
    }

    /**
     * Asks the process to end and kills it when it has not ended in time. Returns when it is gone, at once if it was
     * never started.
     */
    void stop() {
        Process running;
        synchronized (this) {
            stopRequested.countDown();
            running = process;
        }
        if (status.state() == ProcessState.WAITING) {
            enter(ProcessState.STOPPED, null);
            return;
        }
        if (running != null) {
            enter(ProcessState.STOPPING, running);
            running.destroy();
        }
        try {
            if (!ended.await(spec.stopTimeout().toMillis(), TimeUnit.MILLISECONDS) && running != null) {
                running.destroyForcibly();
            }
            ended.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void keepAlive() {
        var pause = FIRST_PAUSE;
        try {
            while (!stopping()) {
                var launched = Instant.now();
                runOnce();
                if (stopping()) {
                    break;
                }
                died();
                if (Duration.between(launched, Instant.now()).compareTo(STABLE_AFTER) > 0) {
                    pause = FIRST_PAUSE;
                }
                if (stopRequested.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                    break;
                }
                pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            enter(ProcessState.STOPPED, null);
            ended.countDown();
        }
    }

    /** Starts the process and returns when it has ended, or could not be started at all. */
    private void runOnce() throws InterruptedException {
        try {
            var running = launch();
            if (running != null) {
                watch(running);
                spawner.ended(spec, running);
                keepClassCache();
            }
        } catch (IOException e) {
            spawner.note(spec, "could not be started: " + e.getMessage());
        }
    }

    /** Of a process that has done its work and was asked to end: one that does not come up loads other classes. */
    private void keepClassCache() {
        if (spec.classCache() == null || !wasHealthy || !stopping()) {
            return;
        }
        try {
            spec.classCache().keep();
        } catch (IOException e) {
            spawner.note(spec, "its class cache could not be kept: " + e.getMessage());
        }
    }

    /** Starts the process unless a stop came first. */
    private synchronized @Nullable Process launch() throws IOException {
        if (stopping()) {
            return null;
        }
        process = spawner.start(spec);
        wasHealthy = false;
        enter(ProcessState.STARTING, process);
        return process;
    }

    /** Follows the health of the process until it ends. */
    private void watch(Process running) throws InterruptedException {
        while (!running.waitFor(poll().toMillis(), TimeUnit.MILLISECONDS)) {
            if (stopping()) {
                running.waitFor();
                return;
            }
            observe(running, spec.health().passes());
        }
    }

    private Duration poll() {
        return status.state() == ProcessState.STARTING ? STARTING_POLL : RUNNING_POLL;
    }

    private synchronized void observe(Process running, boolean healthy) {
        if (stopping()) {
            return;
        }
        var state = status.state();
        if (healthy && state != ProcessState.HEALTHY) {
            deathsBeforeHealthy = 0;
            wasHealthy = true;
            enter(ProcessState.HEALTHY, running);
        } else if (!healthy && state == ProcessState.HEALTHY) {
            enter(ProcessState.UNHEALTHY, running);
        }
    }

    private synchronized void died() {
        if (status.state() == ProcessState.STARTING) {
            deathsBeforeHealthy++;
        }
        process = null;
        status = new ProcessStatus(
                spec.name(), ProcessState.RESTARTING, null, spec.ports(), status.restarts() + 1, Instant.now());
        onChange.run();
    }

    private boolean stopping() {
        return stopRequested.getCount() == 0;
    }

    private synchronized void enter(ProcessState state, @Nullable Process running) {
        var identity = running == null ? null : ProcessIdentity.of(running.toHandle());
        status = new ProcessStatus(spec.name(), state, identity, spec.ports(), status.restarts(), Instant.now());
        onChange.run();
    }
}
