package io.webchat.push.presence;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.function.IntSupplier;

/** What presence counts. */
final class PresenceMetrics {
    private final MeterRegistry registry;
    private final Counter changes;

    PresenceMetrics(MeterRegistry registry) {
        this.registry = registry;
        changes = Counter.builder("webchat.push.presence.changes")
                .description("Changes of how a person is seen that this instance told its clients")
                .register(registry);
    }

    void devices(IntSupplier size) {
        Gauge.builder("webchat.push.presence.devices", size::getAsInt)
                .description("Connections of this instance whose client has said that somebody is there")
                .register(registry);
    }

    void watched(IntSupplier size) {
        Gauge.builder("webchat.push.presence.watched", size::getAsInt)
                .description("People whom clients of this instance watch")
                .register(registry);
    }

    void changed() {
        changes.increment();
    }
}
