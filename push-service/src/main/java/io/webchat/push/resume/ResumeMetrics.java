package io.webchat.push.resume;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.webchat.push.protocol.ResetReason;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/** Counts how clients come back: from memory, by reading the log, or with a reset and for which reason. */
final class ResumeMetrics {
    private final Counter fromMemory;
    private final Counter fromLog;
    private final Map<ResetReason, Counter> resets = new EnumMap<>(ResetReason.class);

    ResumeMetrics(MeterRegistry registry) {
        fromMemory = counter(registry, "memory", "none");
        fromLog = counter(registry, "log", "none");
        for (var reason : ResetReason.values()) {
            resets.put(reason, counter(registry, "reset", reason.wireName()));
        }
    }

    void resumed(boolean readLog) {
        (readLog ? fromLog : fromMemory).increment();
    }

    void reset(ResetReason reason) {
        Objects.requireNonNull(resets.get(reason)).increment();
    }

    private static Counter counter(MeterRegistry registry, String kind, String reason) {
        return Counter.builder("webchat.push.resumes")
                .description("Clients that came back, by how they were served")
                .tag("kind", kind)
                .tag("reason", reason)
                .register(registry);
    }
}
