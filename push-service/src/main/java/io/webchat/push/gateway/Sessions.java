package io.webchat.push.gateway;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.webchat.push.protocol.CloseCode;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * The open sessions of this instance. One thread looks at the deadlines of all of them, so a session needs no timers.
 * On shutdown it closes each with 1001 before the web server stops.
 */
final class Sessions implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(Sessions.class);
    private static final Duration FAREWELL = Duration.ofSeconds(5);
    private static final Duration CHECK = Duration.ofMillis(20);

    private final Set<Session> open = ConcurrentHashMap.newKeySet();
    private final SessionServices services;
    private final ScheduledExecutorService clockwork = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("session-deadlines").daemon().factory());
    private volatile boolean running;
    private volatile boolean stopping;

    Sessions(SessionServices services, MeterRegistry registry) {
        this.services = services;
        registry.gaugeCollectionSize("webchat.push.connections", Tags.empty(), open);
    }

    /** Takes a new connection in. */
    Session open(Connection connection) {
        var session = new Session(connection, services);
        open.add(session);
        session.opened();
        if (stopping) {
            sayGoodbye(session);
        }
        return session;
    }

    void ended(Session session) {
        open.remove(session);
        session.ended();
    }

    @Override
    public void start() {
        running = true;
        var interval = services.properties().deadlineCheck().toMillis();
        clockwork.scheduleWithFixedDelay(this::checkDeadlines, interval, interval, TimeUnit.MILLISECONDS);
    }

    @Override
    public void stop() {
        running = false;
        stopping = true;
        clockwork.shutdownNow();
        open.forEach(Sessions::sayGoodbye);
        var deadline = System.nanoTime() + FAREWELL.toNanos();
        try {
            while (!open.isEmpty() && System.nanoTime() < deadline) {
                Thread.sleep(CHECK);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void checkDeadlines() {
        var now = services.clock().instant();
        for (var session : open) {
            try {
                session.checkDeadlines(now);
            } catch (RuntimeException e) {
                log.error("a session's deadlines could not be checked", e);
            }
        }
    }

    private static void sayGoodbye(Session session) {
        session.close(CloseCode.GOING_AWAY, "the server is going away");
    }
}
