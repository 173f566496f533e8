package io.webchat.push.gateway;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.webchat.push.protocol.CloseCode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * The open sessions of this instance. One thread looks at the deadlines of all of them, so a session needs no timers.
 * On shutdown it takes no more, so that a load balancer asks the other instances, and closes all of them with 1001
 * before the web server stops, in waves, so that those who come back do not reach the other instances at the same
 * moment. Who waits for its wave is served as before.
 */
final class Sessions implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(Sessions.class);
    private static final String REFUSED = "";
    private static final Duration FAREWELL = Duration.ofSeconds(5);
    private static final Duration CHECK = Duration.ofMillis(20);
    private static final Duration WAVE = Duration.ofMillis(250);

    /** With the address that each counts for; {@link #REFUSED} if that had too many. */
    private final Map<Session, String> open = new ConcurrentHashMap<>();

    private final Tally<String> byAddress;
    private final SessionServices services;
    private final ListeningSocket listening;
    private final ScheduledExecutorService clockwork = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("session-deadlines").daemon().factory());
    private volatile boolean running;
    private volatile boolean stopping;

    Sessions(SessionServices services, ListeningSocket listening, MeterRegistry registry) {
        this.services = services;
        this.listening = listening;
        this.byAddress = new Tally<>(services.properties().connectionsPerAddress());
        Gauge.builder("webchat.push.connections", open, Map::size)
                .description("Open connections, identified or not")
                .register(registry);
        Gauge.builder("webchat.push.queue.bytes", open, Sessions::queuedBytes)
                .description("Bytes that wait for clients to read them, over all connections")
                .register(registry);
    }

    /** Takes a new connection in. It is to be opened next, and to be ended whatever becomes of it. */
    Session register(Connection connection, String address) {
        var session = new Session(connection, services);
        open.put(session, byAddress.take(address) ? address : REFUSED);
        return session;
    }

    /** Begins to talk to a new client. */
    void open(Session session) {
        if (REFUSED.equals(open.get(session))) {
            session.close(CloseCode.TOO_MUCH, "too many connections from this address");
            return;
        }
        session.opened();
        if (stopping) {
            sayGoodbye(session);
        }
    }

    /** It counts as open until its places are free again: whoever sees it gone may take them. */
    void ended(Session session) {
        var address = open.replace(session, REFUSED);
        if (address != null && !address.equals(REFUSED)) {
            byAddress.giveBack(address);
        }
        try {
            session.ended();
        } finally {
            open.remove(session);
        }
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
        listening.close();
        try {
            drain();
            var deadline = System.nanoTime() + FAREWELL.toNanos();
            while (!open.isEmpty() && System.nanoTime() < deadline) {
                Thread.sleep(CHECK);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            open.keySet().forEach(Sessions::sayGoodbye);
            clockwork.shutdownNow();
        }
    }

    private void drain() throws InterruptedException {
        var leaving = new ArrayList<>(open.keySet());
        Collections.shuffle(leaving);
        var properties = services.properties();
        var waves = Math.max(1, properties.drain().dividedBy(WAVE));
        var size = (int) Math.max(properties.drainWave(), Math.ceilDiv(leaving.size(), waves));
        log.info("{} clients are told to move, {} at once", leaving.size(), size);
        for (var from = 0; from < leaving.size(); from += size) {
            if (from > 0) {
                Thread.sleep(WAVE);
            }
            leaving.subList(from, Math.min(leaving.size(), from + size)).forEach(Sessions::sayGoodbye);
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void checkDeadlines() {
        var now = services.clock().instant();
        for (var session : open.keySet()) {
            try {
                session.checkDeadlines(now);
            } catch (Throwable e) {
                // Whatever it is: who throws in a timer is never called again, and nobody's deadlines would be checked.
                log.error("a session's deadlines could not be checked", e);
            }
        }
    }

    private static double queuedBytes(Map<Session, String> open) {
        return open.keySet().stream().mapToLong(Session::queuedBytes).sum();
    }

    private static void sayGoodbye(Session session) {
        session.close(CloseCode.GOING_AWAY, "the server is going away");
    }
}
