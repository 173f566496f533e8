package io.webchat.auth.webpush;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;

/** What calling browsers counts. */
@Component
class PushMetrics {
    private final Map<PushOutcome, Counter> attempts = new EnumMap<>(PushOutcome.class);
    private final AtomicInteger subscribers = new AtomicInteger();
    private final Counter removed;
    private final Counter late;
    private final Counter dropped;
    private final Timer lag;

    PushMetrics(MeterRegistry registry) {
        for (var outcome : PushOutcome.values()) {
            attempts.put(
                    outcome,
                    Counter.builder("webchat.webpush.attempts")
                            .description("Attempts to call a browser by its push service")
                            .tag("outcome", outcome.word())
                            .register(registry));
        }
        removed = Counter.builder("webchat.webpush.removed")
                .description("Subscriptions that were forgotten because their push service does not know them any more")
                .register(registry);
        late = Counter.builder("webchat.webpush.late")
                .description("Calls that were not made because they came too late")
                .register(registry);
        dropped = Counter.builder("webchat.webpush.dropped")
                .description("Calls that were not made because too many of the same person were waiting")
                .register(registry);
        lag = Timer.builder("webchat.webpush.lag")
                .description("From a message to the answer of the push service that has the call for it")
                .publishPercentileHistogram()
                .minimumExpectedValue(Duration.ofMillis(50))
                .maximumExpectedValue(Duration.ofMinutes(2))
                .register(registry);
        Gauge.builder("webchat.webpush.subscribers", subscribers::get)
                .description("People with a browser that can be called, as this instance counted them last")
                .register(registry);
    }

    void attempted(PushOutcome outcome) {
        var counter = attempts.get(outcome);
        if (counter != null) {
            counter.increment();
        }
    }

    void removed() {
        removed.increment();
    }

    void late() {
        late.increment();
    }

    void dropped() {
        dropped.increment();
    }

    void arrived(Duration afterMessage) {
        lag.record(afterMessage);
    }

    void subscribers(int count) {
        subscribers.set(count);
    }
}
