package io.webchat.support.log;

import io.webchat.log.replica.StructureReplica;
import java.time.Duration;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.SmartLifecycle;

/**
 * Starts the replica before anything that takes requests, and says "not ready" while it is too old to authorise on.
 * Listeners are added before the lifecycle begins, by the beans that listen.
 */
final class StructureReplicaLifecycle implements SmartLifecycle, HealthIndicator {
    private static final Duration CATCH_UP = Duration.ofSeconds(60);

    private final StructureReplica replica;
    private volatile boolean running;

    StructureReplicaLifecycle(StructureReplica replica) {
        this.replica = replica;
    }

    @Override
    public void start() {
        replica.start();
        running = true;
        try {
            if (!replica.tail().awaitCurrent(CATCH_UP)) {
                throw new IllegalStateException("the structure replica did not catch up within " + CATCH_UP);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void stop() {
        running = false;
        replica.close();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before the listener containers and the web server. */
    @Override
    public int getPhase() {
        return 0;
    }

    @Override
    public Health health() {
        var staleness = replica.staleness();
        var state = staleness.compareTo(StructureFreshness.LIMIT) <= 0 ? Health.up() : Health.outOfService();
        return state.withDetail("staleness", staleness).build();
    }
}
