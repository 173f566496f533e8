package io.webchat.projection.notification;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.stereotype.Component;

/** What deciding whom to call counts. */
@Component
class NotificationMetrics {
    private final Counter called;
    private final Counter lost;

    NotificationMetrics(MeterRegistry registry) {
        called = Counter.builder("webchat.notification.called")
                .description("People who are to be called for a message with no page open")
                .register(registry);
        lost = Counter.builder("webchat.notification.lost")
                .description("Messages for which nobody was called, because a view or Redis was away or behind")
                .register(registry);
    }

    void called(int people) {
        called.increment(people);
    }

    void lost(int messages) {
        lost.increment(messages);
    }
}
