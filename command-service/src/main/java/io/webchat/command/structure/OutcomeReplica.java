package io.webchat.command.structure;

import io.webchat.domain.structure.CommandId;
import io.webchat.log.Topic;
import io.webchat.log.codec.WireCodec;
import io.webchat.log.replica.LogTail;
import io.webchat.support.log.LogClients;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Collections;
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
 * <p><b>Limit.</b> What was dropped is not looked up in the log: every command that is new has no outcome either, and
 * would have to wait until a partition of a day was read. {@link #mayHaveForgotten} tells which commands cannot be told
 * from repetitions; of others that are repeated after their outcome was dropped nobody knows, and they are decided
 * anew.
 *
 * <p><b>Memory.</b> One takes 205 to 365 bytes of heap (measured on JDK 25 with compressed pointers: 253 if a server
 * was made, 277 for an invite, 365 for a refusal with its reason), so as many as there may be by default take 50 to 90
 * MB.
 */
final class OutcomeReplica {
    private static final Duration RETENTION = Duration.ofDays(1);

    /** The retention of the topic, and an hour for clocks that differ. */
    static final Duration REMEMBERED = RETENTION.plusHours(1);

    private final int perPartition;
    private final InstantSource clock;
    private final Map<CommandId, LoggedOutcome> outcomes = new ConcurrentHashMap<>();
    private final List<Partition> partitions = IntStream.range(0, Topic.PARTITIONS)
            .mapToObj(number -> new Partition())
            .toList();
    private final LongAdder dropped = new LongAdder();
    private final Map<CommandId, Set<CompletableFuture<LoggedOutcome>>> waiting = new ConcurrentHashMap<>();
    private final LogTail tail;

    OutcomeReplica(LogClients clients, OutcomeProperties properties) {
        this(clients::tailConsumer, properties, InstantSource.system());
    }

    OutcomeReplica(Supplier<Consumer<byte[], byte[]>> consumers, OutcomeProperties properties, InstantSource clock) {
        this.perPartition = properties.perPartition();
        this.clock = clock;
        tail = new LogTail(Topic.STRUCTURE_OUTCOMES, consumers, LogTail.Start.BEGINNING, this::apply);
    }

    /** Those of one partition in the order of the log; the tail's thread alone changes it. */
    private static final class Partition {
        final Deque<LoggedOutcome> order = new ArrayDeque<>();
        volatile long droppedUpTo = Long.MIN_VALUE;
    }

    LogTail tail() {
        return tail;
    }

    Optional<LoggedOutcome> find(CommandId command) {
        return Optional.ofNullable(outcomes.get(command)).filter(found -> !isOver(found, clock.instant()));
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

    /**
     * Whether a command that was sent at a time may have had an outcome that is not remembered any more, because others
     * came after it or because the topic retains it no longer.
     */
    boolean mayHaveForgotten(Instant sentAt) {
        var certain = Collections.min(List.of(window(), RETENTION));
        return !sentAt.isAfter(clock.instant().minus(certain));
    }

    /** Completes with the outcome, now or later; until it is forgotten. Every caller has a future of its own. */
    CompletableFuture<LoggedOutcome> await(CommandId command) {
        var future = new CompletableFuture<LoggedOutcome>();
        waiting.compute(command, (id, others) -> {
            var all = others == null ? ConcurrentHashMap.<CompletableFuture<LoggedOutcome>>newKeySet() : others;
            all.add(future);
            return all;
        });
        // The outcome may have come between a caller's find and this registration.
        find(command).ifPresent(future::complete);
        return future;
    }

    /** This caller waits no longer. */
    void forget(CommandId command, CompletableFuture<LoggedOutcome> future) {
        waiting.computeIfPresent(command, (id, all) -> {
            all.remove(future);
            return all.isEmpty() ? null : all;
        });
    }

    void apply(ConsumerRecord<byte[], byte[]> record) {
        var mine = new LoggedOutcome(WireCodec.STRUCTURE_OUTCOMES.decode(record), record.timestamp());
        var command = mine.outcome().commandId();
        var first = isOver(mine, clock.instant()) ? outcomes.get(command) : remember(record.partition(), mine);
        complete(command, first == null ? mine : first);
    }

    private static boolean isOver(LoggedOutcome outcome, Instant now) {
        return outcome.atMillis() + REMEMBERED.toMillis() <= now.toEpochMilli();
    }

    /** Returns the first one of the command, which may be this one. */
    private LoggedOutcome remember(int partition, LoggedOutcome mine) {
        var now = clock.instant();
        var command = mine.outcome().commandId();
        var earlier = outcomes.get(command);
        if (earlier != null && !isOver(earlier, now)) {
            return earlier;
        }
        outcomes.put(command, mine);
        partitions.get(partition).order.add(mine);
        forget(partitions.get(partition), now);
        return mine;
    }

    private void forget(Partition partition, Instant now) {
        var order = partition.order;
        while (order.size() > perPartition || !order.isEmpty() && isOver(order.getFirst(), now)) {
            var oldest = order.removeFirst();
            outcomes.remove(oldest.outcome().commandId(), oldest);
            if (!isOver(oldest, now)) {
                dropped.increment();
                partition.droppedUpTo = Math.max(partition.droppedUpTo, oldest.atMillis());
            }
        }
    }

    private void complete(CommandId command, LoggedOutcome outcome) {
        waiting.getOrDefault(command, Set.of()).forEach(future -> future.complete(outcome));
    }
}
