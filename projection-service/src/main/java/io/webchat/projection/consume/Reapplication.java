package io.webchat.projection.consume;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.webchat.projection.store.Generation;
import io.webchat.support.log.LogClients;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Applies a record that a view has passed over, now that the view can apply it, if that comes to the same as if it had
 * been applied in its place.
 *
 * <p>It does as long as nothing follows it that the view has applied to the same channel, server or user: what a view
 * keeps depends on the events of one of these alone, which is the first part of a record's key. Otherwise nothing is
 * changed, because a fold that goes back would number messages in another order than the log, say; then the view has to
 * be built anew.
 *
 * <p>That is decided, and the record applied, between two batches of the partition, by the instance that consumes it. A
 * record that was applied and is applied again changes nothing, as in every view.
 *
 * <p><b>Limit.</b> An instance that is held up between the decision and the last write, until its partition has gone to
 * another one which applies what follows, writes too late.
 */
@Component
public class Reapplication {
    private final ProjectionContainers containers;
    private final LogClients clients;

    Reapplication(ProjectionContainers containers, LogClients clients) {
        this.containers = containers;
        this.clients = clients;
    }

    /** What became of it. */
    public enum Outcome {
        /** The view contains the record. */
        APPLIED,
        /** The view has applied later events of the same channel, server or user. */
        OVERTAKEN,
        /** The record is no longer in the log, so a view built from it does not contain it either. */
        ERASED,
        /** The view still cannot apply it. */
        REFUSED,
        /** Not now, or not here: another instance consumes the partition, or the view is not as far. */
        NOT_NOW
    }

    /** @param detail what was wrong with a record that was refused; null for none */
    public record Reapplied(Outcome outcome, @Nullable String detail) {
        static Reapplied of(Outcome outcome) {
            return new Reapplied(outcome, null);
        }
    }

    /** The generation that a consumer group belongs to; empty unless it is followed. */
    public Optional<Generation> generationOf(String group) {
        return containers.followedAs(group).map(Followed::generation);
    }

    /**
     * Applies a record once more.
     *
     * @param group of the generation that has passed it over
     * @param later asked for the offsets of later records that the generation has not applied either, where this is the
     *     instance to apply it and has come so far
     */
    public Reapplied apply(String group, int partition, long offset, Supplier<Set<Long>> later) {
        var followed = containers.followedAs(group).orElse(null);
        var reached = followed == null
                ? 0L
                : followed.between(partition, position -> position).orElse(0L);
        if (followed == null || reached <= offset) {
            return Reapplied.of(Outcome.NOT_NOW);
        }
        var place = new TopicPartition(followed.view().topic().topicName(), partition);
        try (var log = new PartitionReader(clients.tailConsumer(), place)) {
            var record =
                    log.first(offset, offset + 1, any -> any.value() != null).orElse(null);
            if (record == null) {
                return Reapplied.of(Outcome.ERASED);
            }
            var passedOver = later.get();
            Predicate<ConsumerRecord<byte[], byte[]>> overtakes = other -> other.value() != null
                    && !passedOver.contains(other.offset())
                    && subject(other).equals(subject(record));
            // Most of what follows is looked through before anybody has to wait for it.
            if (log.first(offset + 1, reached, overtakes).isPresent()) {
                return Reapplied.of(Outcome.OVERTAKEN);
            }
            return followed.between(
                            partition,
                            position -> log.first(reached, position, overtakes).isPresent()
                                    ? Reapplied.of(Outcome.OVERTAKEN)
                                    : applyOne(followed, record))
                    .orElse(Reapplied.of(Outcome.NOT_NOW));
        }
    }

    private static Reapplied applyOne(Followed followed, ConsumerRecord<byte[], byte[]> record) {
        try {
            followed.applyOne(record);
            return Reapplied.of(Outcome.APPLIED);
        } catch (RuntimeException e) {
            if (StoreFailures.mayPass(e)) {
                throw e;
            }
            return new Reapplied(Outcome.REFUSED, e.toString());
        }
    }

    /** The channel, server or user that a record is about. Those that do not say are all taken to be about the same. */
    private static String subject(ConsumerRecord<byte[], byte[]> record) {
        return record.key() == null ? "" : new String(record.key(), UTF_8).split("/", 2)[0];
    }
}
