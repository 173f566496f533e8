package io.webchat.support.watch;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Asks every dependency again and again, each on a thread of its own, so that one that does not answer holds up none of
 * the others: {@code webchat.dependency.up} is 1 as long as an answer came not much longer ago than it takes to ask.
 */
final class Probes implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(Probes.class);

    private final List<Probe> probes;
    private final Duration interval;
    private final Map<String, Long> answered = new ConcurrentHashMap<>();
    private volatile CountDownLatch stopping = new CountDownLatch(0);

    Probes(List<Probe> probes, Duration interval, MeterRegistry meters) {
        this.probes = probes;
        this.interval = interval;
        for (var probe : probes) {
            Gauge.builder("webchat.dependency.up", () -> isUp(probe) ? 1 : 0)
                    .description("Whether something that this service depends on answers it")
                    .tag("dependency", probe.dependency())
                    .register(meters);
        }
    }

    /** A service that has just started has had its answers. */
    @Override
    public void start() {
        var stop = new CountDownLatch(1);
        stopping = stop;
        for (var probe : probes) {
            answered.put(probe.dependency(), System.nanoTime());
            Thread.ofVirtual().name("probe-" + probe.dependency()).start(() -> run(probe, stop));
        }
    }

    @Override
    public void stop() {
        stopping.countDown();
    }

    @Override
    public boolean isRunning() {
        return stopping.getCount() > 0;
    }

    private void run(Probe probe, CountDownLatch stop) {
        try {
            while (!stop.await(interval.toMillis(), TimeUnit.MILLISECONDS)) {
                ask(probe);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void ask(Probe probe) throws InterruptedException {
        try {
            probe.question().ask();
            answered.put(probe.dependency(), System.nanoTime());
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception e) {
            log.debug("{} does not answer", probe.dependency(), e);
        }
    }

    private boolean isUp(Probe probe) {
        var last = answered.get(probe.dependency());
        return last != null && System.nanoTime() - last <= 3 * interval.toNanos();
    }
}
