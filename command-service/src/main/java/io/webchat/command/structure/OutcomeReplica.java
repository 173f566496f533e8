package io.webchat.command.structure;

import io.webchat.domain.structure.CommandId;
import io.webchat.log.Topic;
import io.webchat.log.codec.StructureOutcome;
import io.webchat.log.codec.WireCodec;
import io.webchat.log.replica.LogTail;
import io.webchat.support.log.LogClients;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * The outcomes of the last structural commands, those of all instances: answers the requests that wait here, and
 * retries of commands that were decided anywhere. The first outcome of a command stays its outcome.
 *
 * <p>An outcome is remembered for as long as the topic retains its record, counted from the record's own time, so a
 * restart lengthens nothing; and no longer than until {@link OutcomeProperties#max} others have come after it, those of
 * its partition counted, over which commands spread evenly. {@link #window} is how far back nothing is missing.
 *
 * <p><b>Limit.</b> A command that is repeated after its outcome was dropped is decided anew. What it makes has the same
 * id as before, so it is refused; an invite is made a second time.
 *
 * <p><b>Memory.</b> One takes 205 to 365 bytes of heap (measured on JDK 25 with compressed pointers: 253 if a server
 * was made, 277 for an invite, 365 for a refusal with its reason), so as many as there may be by default take 50 to 90
 * MB.
 */
final class OutcomeReplica {
    /** The retention of the topic, and an hour for clocks that differ. */
    static final Duration REMEMBERED = Duration.ofDays(1).plusHours(1);

    private final int perPartition;
    private final InstantSource clock;
    private final Map<CommandId, Remembered> outcomes = new ConcurrentHashMap<>();
    private final List<Partition> partitions = IntStream.range(0, Topic.PARTITIONS)
            .mapToObj(number -> new Partition())
            .toList();
    private final LongAdder dropped = new LongAdder();
    private final Map<CommandId, Set<CompletableFuture<StructureOutcome>>> waiting = new ConcurrentHashMap<>();
    private final LogTail tail;

    OutcomeReplica(LogClients clients, OutcomeProperties properties) {
        this(clients::tailConsumer, properties, InstantSource.system());
    }

    OutcomeReplica(Supplier<Consumer<byte[], byte[]>> consumers, OutcomeProperties properties, InstantSource clock) {
        this.perPartition = properties.perPartition();
        this.clock = clock;
        tail = new LogTail(Topic.STRUCTURE_OUTCOMES, consumers, LogTail.Start.BEGINNING, this::apply);
    }

    /** @param at the time of its record, in milliseconds */
    private record Remembered(StructureOutcome outcome, long at) {
        boolean isOverAt(Instant now) {
            return at + REMEMBERED.toMillis() <= now.toEpochMilli();
        }
    }

    /** Those of one partition in the order of the log; the tail's thread alone changes it. */
    private static final class Partition {
        final Deque<Remembered> order = new ArrayDeque<>();
        volatile long droppedUpTo = Long.MIN_VALUE;
    }

    LogTail tail() {
        return tail;
    }

    Optional<StructureOutcome> find(CommandId command) {
        var found = outcomes.get(command);
        return found == null || found.isOverAt(clock.instant()) ? Optional.empty() : Optional.of(found.outcome);
    }

    /** How many are remembered. */
    int size() {
        return outcomes.size();
    }

    /** How many were dropped before their time because others came. */
    long dropped() {
        return dropped.sum();
    }

    /** How old an outcome may be that is certainly remembered; longer than the topic retains it if none was dropped. */
    Duration window() {
        var droppedUpTo = partitions.stream()
                .mapToLong(partition -> partition.droppedUpTo)
                .max()
                .orElse(Long.MIN_VALUE);
        var now = clock.instant();
        var horizon = Math.max(droppedUpTo, now.minus(REMEMBERED).toEpochMilli());
        return Duration.ofMillis(Math.max(0, now.toEpochMilli() - horizon));
    }

    /** Completes with the outcome, now or later; until it is forgotten. Every caller has a future of its own. */
    CompletableFuture<StructureOutcome> await(CommandId command) {
        var future = new CompletableFuture<StructureOutcome>();
        waiting.compute(command, (id, others) -> {
            var all = others == null ? ConcurrentHashMap.<CompletableFuture<StructureOutcome>>newKeySet() : others;
            all.add(future);
            return all;
        });
        // The outcome may have come between a caller's find and this registration.
        find(command).ifPresent(future::complete);
        return future;
    }

    /** This caller waits no longer. */
    void forget(CommandId command, CompletableFuture<StructureOutcome> future) {
        waiting.computeIfPresent(command, (id, all) -> {
            all.remove(future);
            return all.isEmpty() ? null : all;
        });
    }

    void apply(ConsumerRecord<byte[], byte[]> record) {
        var outcome = WireCodec.STRUCTURE_OUTCOMES.decode(record);
        var command = outcome.commandId();
        var mine = new Remembered(outcome, record.timestamp());
        var first = mine.isOverAt(clock.instant()) ? outcomes.get(command) : remember(record.partition(), mine);
        complete(command, first == null ? outcome : first.outcome);
    }

    /** Returns the first one of the command, which may be this one. */
    private Remembered remember(int partition, Remembered mine) {
        var now = clock.instant();
        var command = mine.outcome.commandId();
        var earlier = outcomes.get(command);
        if (earlier != null && !earlier.isOverAt(now)) {
            return earlier;
        }
        outcomes.put(command, mine);
        partitions.get(partition).order.add(mine);
        forget(partitions.get(partition), now);
        return mine;
    }

    private void forget(Partition partition, Instant now) {
        var order = partition.order;
        while (order.size() > perPartition
                || !order.isEmpty() && order.getFirst().isOverAt(now)) {
            var oldest = order.removeFirst();
            outcomes.remove(oldest.outcome.commandId(), oldest);
            if (!oldest.isOverAt(now)) {
                dropped.increment();
                partition.droppedUpTo = Math.max(partition.droppedUpTo, oldest.at);
            }
        }
    }

    private void complete(CommandId command, StructureOutcome outcome) {
        waiting.getOrDefault(command, Set.of()).forEach(future -> future.complete(outcome));
    }
}
