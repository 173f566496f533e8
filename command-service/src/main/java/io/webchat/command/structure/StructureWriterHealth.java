package io.webchat.command.structure;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.kafka.listener.MessageListenerContainer;
import org.springframework.stereotype.Component;

/**
 * Down if the writer of this instance has stopped, or does not get on with what it has begun for as long as a request
 * waits for its outcome: its servers cannot be changed, though messages flow. Not part of liveness, because a restart
 * mends nothing that Kafka causes, nor of readiness, because every other request is served.
 */
@Component("structureWriter")
final class StructureWriterHealth implements HealthIndicator {
    private final MessageListenerContainer container;
    private final WriterProgress progress;
    private final Duration limit;

    StructureWriterHealth(
            MessageListenerContainer structureWriterContainer,
            WriterProgress progress,
            StructureWriterProperties settings,
            MeterRegistry meters) {
        this.container = structureWriterContainer;
        this.progress = progress;
        this.limit = settings.outcomeWait();
        Gauge.builder("webchat.structure.writer.running", container, writer -> writer.isRunning() ? 1 : 0)
                .description("Whether the writer of this instance runs")
                .register(meters);
        TimeGauge.builder(
                        "webchat.structure.writer.unfinished",
                        progress,
                        TimeUnit.MILLISECONDS,
                        unfinished -> unfinished.unfinishedFor().toMillis())
                .description("How long ago the writer began what it has not finished; 0 while it waits for commands")
                .register(meters);
    }

    @Override
    public Health health() {
        var unfinished = progress.unfinishedFor();
        var health = container.isRunning() && unfinished.compareTo(limit) <= 0 ? Health.up() : Health.down();
        return health.withDetail("running", container.isRunning())
                .withDetail("unfinishedFor", unfinished)
                .build();
    }
}
