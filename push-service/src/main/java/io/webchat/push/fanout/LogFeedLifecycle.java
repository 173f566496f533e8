package io.webchat.push.fanout;

import io.webchat.support.log.StructureFreshness;
import java.time.Duration;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.SmartLifecycle;

/** Starts the feed after the replica and before the web server, and says "not ready" while it is behind. */
final class LogFeedLifecycle implements SmartLifecycle, HealthIndicator {
    private static final Duration CATCH_UP = Duration.ofSeconds(60);

    private final LogFeed feed;
    private volatile boolean running;

    LogFeedLifecycle(LogFeed feed) {
        this.feed = feed;
    }

    @Override
    public void start() {
        feed.start();
        running = true;
        if (!feed.awaitCurrent(CATCH_UP)) {
            throw new IllegalStateException("delivery did not catch up with the log within " + CATCH_UP);
        }
    }

    @Override
    public void stop() {
        running = false;
        feed.close();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return 1;
    }

    @Override
    public Health health() {
        var staleness = feed.staleness();
        var state = staleness.compareTo(StructureFreshness.LIMIT) <= 0 ? Health.up() : Health.outOfService();
        return state.withDetail("staleness", staleness).build();
    }
}
