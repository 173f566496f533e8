package io.webchat.command.attachment;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.webchat.domain.attachment.Attachment;
import io.webchat.support.problem.ProblemType;
import org.springframework.stereotype.Component;

/**
 * How many files arrive, how large they are, and why others are refused. What never gets as far as the endpoint, such
 * as a body that says it is too large, is among the requests only ({@code http.server.requests}).
 */
@Component
class UploadMetrics {
    private final MeterRegistry registry;
    private final Counter uploads;
    private final Counter bytes;
    private final Counter swept;

    UploadMetrics(MeterRegistry registry) {
        this.registry = registry;
        this.uploads = registry.counter("webchat.attachments.uploads");
        this.bytes =
                Counter.builder("webchat.attachments.size").baseUnit("bytes").register(registry);
        this.swept = registry.counter("webchat.attachments.swept");
    }

    void taken(Attachment file) {
        uploads.increment();
        bytes.increment(file.size());
    }

    void refused(ProblemType reason) {
        registry.counter("webchat.attachments.refused", "reason", reason.slug()).increment();
    }

    void swept() {
        swept.increment();
    }
}
