package io.webchat.support.log;

import io.webchat.log.replica.LogTail;
import java.time.Duration;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.SmartLifecycle;

/**
 * Starts a tail before anything that takes requests, and says "not ready" while it is too old to answer from. A service
 * whose tail does not catch up does not start.
 */
public final class TailLifecycle implements SmartLifecycle, HealthIndicator {
    private static final Duration CATCH_UP = Duration.ofSeconds(60);

    /** The phase of tails that need the structure replica when they start. */
    public static final int AFTER_STRUCTURE = 1;

    private final LogTail tail;
    private final int phase;
    private volatile boolean running;

    public TailLifecycle(LogTail tail) {
        this(tail, 0);
    }

    public TailLifecycle(LogTail tail, int phase) {
        this.tail = tail;
        this.phase = phase;
    }

    @Override
    public void start() {
        tail.start();
        running = true;
        if (!tail.awaitCurrent(CATCH_UP)) {
            throw new IllegalStateException(tail + " did not catch up within " + CATCH_UP.toSeconds() + " s");
        }
    }

    @Override
    public void stop() {
        running = false;
        tail.close();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before listener containers and the web server. */
    @Override
    public int getPhase() {
        return phase;
    }

    @Override
    public Health health() {
        var staleness = tail.staleness();
        var state = staleness.compareTo(StructureFreshness.LIMIT) <= 0 ? Health.up() : Health.outOfService();
        return state.withDetail("staleness", staleness).build();
    }
}
