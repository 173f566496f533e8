package io.webchat.projection.consume;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.webchat.projection.store.Generation;
import io.webchat.projection.store.GenerationRouting;
import io.webchat.support.tracing.LogTracing;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.core.ConsumerFactory;

/**
 * A generation of a view that follows the log: one or several members of a consumer group of its own, which divide the
 * partitions among themselves and with those of other instances.
 */
final class Followed {
    private final Projection<?> projection;
    private final Generation generation;
    private final String group;
    private final TolerantProjection<?> applied;
    private final ViewMetrics metrics;
    private final MeterRegistry meters;
    private final Gauge running;
    private final List<GroupMember> members;

    /** @param size how many members */
    Followed(
            Projection<?> projection,
            Generation generation,
            ConsumerFactory<byte[], byte[]> consumers,
            String group,
            int size,
            DeadLetters deadLetters,
            ViewPositions positions,
            LogTracing tracing,
            MeterRegistry meters) {
        var view = projection.view();
        this.projection = projection;
        this.generation = generation;
        this.group = group;
        this.meters = meters;
        applied = new TolerantProjection<>(projection, group, deadLetters);
        metrics = new ViewMetrics(new View(generation.name(), view.topic()), meters);
        members = IntStream.range(0, size)
                .mapToObj(index -> new GroupMember(
                        "projection-" + generation.name() + (index == 0 ? "" : "-" + (index + 1)),
                        generation,
                        view.topic().topicName(),
                        group,
                        consumers,
                        new ProjectionListener(view, applied, positions, metrics, tracing)))
                .toList();
        running = Gauge.builder("webchat.projection.running", this, one -> one.isRunning() ? 1 : 0)
                .description("Whether the consumer of a view lives")
                .tag("view", generation.name())
                .register(meters);
    }

    void start() {
        GenerationRouting.run(generation, projection::prepare);
        members.forEach(GroupMember::start);
    }

    void stop() {
        members.parallelStream().forEach(GroupMember::stop);
        metrics.close();
        meters.remove(running);
    }

    boolean isRunning() {
        return members.stream().allMatch(GroupMember::isRunning);
    }

    Generation generation() {
        return generation;
    }

    /** Its consumer group. */
    String group() {
        return group;
    }

    View view() {
        return projection.view();
    }

    /** See {@link ProjectionListener#between}. */
    <T> Optional<T> between(int partition, LongFunction<T> action) {
        return members.stream()
                .map(member -> member.between(partition, action))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** Applies one record alone to this generation. Whatever is wrong with it, or with the store, is thrown. */
    void applyOne(ConsumerRecord<byte[], byte[]> record) {
        GenerationRouting.run(generation, () -> applied.applyOne(record));
    }

    String name() {
        return generation.name();
    }

    /** What it does, for operators. */
    String state() {
        if (!isRunning()) {
            return "stopped";
        }
        var failure = members.stream()
                .map(GroupMember::failure)
                .filter(Objects::nonNull)
                .findFirst();
        var partitions = members.stream().mapToInt(GroupMember::partitions).sum();
        return failure.map(cause -> "retrying: " + cause).orElse("consuming " + partitions + " partitions");
    }
}
