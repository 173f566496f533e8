package io.webchat.projection.consume;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.webchat.log.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLongArray;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * What a view tells operators. The delay of every record that was applied, whose count is the number of records; and
 * how old the oldest record is that was read and is not applied yet: it grows while the store is away. The lag in
 * records is among the consumer's own metrics, by client id.
 */
public final class ViewMetrics {
    private static final long NOTHING = 0;

    private final AtomicLongArray oldest = new AtomicLongArray(Topic.PARTITIONS);
    private final MeterRegistry meters;
    private final List<Gauge> lags = new ArrayList<>();
    private final Timer delay;

    public ViewMetrics(View view, MeterRegistry meters) {
        this.meters = meters;
        delay = Timer.builder("webchat.projection.delay")
                .description("From the append of a record to its being in the view")
                .tag("view", view.name())
                .publishPercentileHistogram()
                .register(meters);
        for (var partition = 0; partition < Topic.PARTITIONS; partition++) {
            var index = partition;
            lags.add(Gauge.builder("webchat.projection.lag", () -> secondsBehind(index))
                    .description("Age of the oldest record that this instance has read and not applied")
                    .baseUnit("seconds")
                    .tags(Tags.of(
                            "view", view.name(),
                            "topic", view.topic().topicName(),
                            "partition", Integer.toString(partition)))
                    .register(meters));
        }
    }

    public void applying(int partition, List<? extends ConsumerRecord<?, ?>> records) {
        oldest.set(partition, records.getFirst().timestamp());
    }

    public void applied(int partition, List<? extends ConsumerRecord<?, ?>> records) {
        idle(partition);
        var now = System.currentTimeMillis();
        records.forEach(record -> delay.record(Duration.ofMillis(Math.max(0, now - record.timestamp()))));
    }

    /** Nothing of this partition is waiting here: it is applied, or somebody else's. */
    public void idle(int partition) {
        oldest.set(partition, NOTHING);
    }

    /** Ends the figures of a generation that is followed no more. */
    void close() {
        lags.forEach(meters::remove);
        meters.remove(delay);
    }

    private double secondsBehind(int partition) {
        var since = oldest.get(partition);
        return since == NOTHING ? 0 : Math.max(0, System.currentTimeMillis() - since) / 1_000.0;
    }
}
