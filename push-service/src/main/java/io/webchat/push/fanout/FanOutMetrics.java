package io.webchat.push.fanout;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.function.IntSupplier;

/** What the fan-out counts. */
final class FanOutMetrics {
    private final MeterRegistry registry;
    private final DistributionSummary fanOutSize;
    private final Counter deliveries;
    private final Counter news;
    private final Counter retries;

    FanOutMetrics(MeterRegistry registry) {
        this.registry = registry;
        fanOutSize = DistributionSummary.builder("webchat.push.fanout.size")
                .description("Clients of this instance that an event was delivered to")
                .register(registry);
        deliveries = Counter.builder("webchat.push.deliveries")
                .description("Events handed to connections, each counted once per client")
                .register(registry);
        news = Counter.builder("webchat.push.news")
                .description("Times that a client was told that something happened in a channel that it does not watch")
                .register(registry);
        retries = Counter.builder("webchat.push.retries")
                .description("Second records of a message, not delivered")
                .register(registry);
    }

    void subscriptions(IntSupplier size) {
        Gauge.builder("webchat.push.subscriptions", size::getAsInt)
                .description("Pairs of a client of this instance and a server that it follows")
                .register(registry);
    }

    void delivered(int recipients) {
        fanOutSize.record(recipients);
        deliveries.increment(recipients);
    }

    void replayed(int events) {
        deliveries.increment(events);
    }

    void toldNews() {
        news.increment();
    }

    void retried() {
        retries.increment();
    }
}
