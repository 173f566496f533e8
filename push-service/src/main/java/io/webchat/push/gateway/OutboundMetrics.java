package io.webchat.push.gateway;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.webchat.push.protocol.Frame;
import java.time.Clock;
import java.time.Duration;

/** What the queues towards the sockets count. */
final class OutboundMetrics {
    private final Clock clock;
    private final Timer latency;
    private final Counter overflows;

    OutboundMetrics(MeterRegistry registry, Clock clock) {
        this.clock = clock;
        latency = Timer.builder("webchat.push.delivery.latency")
                .description("From the record's timestamp until the event was handed to a socket")
                .publishPercentileHistogram()
                .serviceLevelObjectives(Duration.ofMillis(100), Duration.ofMillis(250), Duration.ofSeconds(1))
                .minimumExpectedValue(Duration.ofMillis(1))
                .maximumExpectedValue(Duration.ofSeconds(10))
                .register(registry);
        overflows = Counter.builder("webchat.push.queue.overflows")
                .description("Connections closed because their client was too slow")
                .register(registry);
    }

    void sent(Frame frame) {
        if (frame.isTimed()) {
            latency.record(Duration.ofMillis(Math.max(0, clock.millis() - frame.since())));
        }
    }

    void overflowed() {
        overflows.increment();
    }
}
