package io.webchat.push.resume;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.webchat.push.protocol.ResetReason;

/** Counts how clients come back: from memory, by reading the log, or with a reset and for which reason. */
final class ResumeMetrics {
    private final MeterRegistry registry;

    ResumeMetrics(MeterRegistry registry) {
        this.registry = registry;
        counter("memory", "none");
        counter("log", "none");
    }

    void resumed(boolean fromLog) {
        counter(fromLog ? "log" : "memory", "none").increment();
    }

    void reset(ResetReason reason) {
        counter("reset", reason.wireName()).increment();
    }

    private Counter counter(String kind, String reason) {
        return Counter.builder("webchat.push.resumes")
                .description("Clients that came back, by how they were served")
                .tag("kind", kind)
                .tag("reason", reason)
                .register(registry);
    }
}
