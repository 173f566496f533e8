package io.webchat.command.structure;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.github.benmanes.caffeine.cache.Policy.VarExpiration;
import io.webchat.domain.structure.CommandId;
import io.webchat.log.Topic;
import io.webchat.log.codec.StructureOutcome;
import io.webchat.log.codec.WireCodec;
import io.webchat.log.replica.LogTail;
import io.webchat.support.log.LogClients;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * The outcomes of the last day's structural commands, those of all instances: answers the requests that wait here, and
 * retries of commands that were decided anywhere. The first outcome of a command stays its outcome.
 *
 * <p>An outcome is remembered for as long as the topic retains its record, counted from the record's own time, so a
 * restart lengthens nothing; none is forgotten before, however many there are. One takes 276 to 347 bytes of heap
 * (measured on JDK 25 with compressed pointers: 276 if a server was made, 289 for an invite, 347 for a refusal with its
 * reason), so a million commands a day take about 300 MB, and nothing but their rate bounds it.
 */
final class OutcomeReplica {
    /** The retention of the topic, and an hour for clocks that differ. */
    private static final Duration REMEMBERED = Duration.ofDays(1).plusHours(1);

    private final Cache<CommandId, StructureOutcome> outcomes;
    private final VarExpiration<CommandId, StructureOutcome> lifetimes;
    private final InstantSource clock;
    private final Map<CommandId, Set<CompletableFuture<StructureOutcome>>> waiting = new ConcurrentHashMap<>();
    private final LogTail tail;

    OutcomeReplica(LogClients clients) {
        this(clients::tailConsumer, InstantSource.system());
    }

    OutcomeReplica(Supplier<Consumer<byte[], byte[]>> consumers, InstantSource clock) {
        this.clock = clock;
        outcomes = Caffeine.newBuilder()
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .expireAfter(Expiry.creating((CommandId id, StructureOutcome outcome) -> REMEMBERED))
                .build();
        lifetimes = outcomes.policy().expireVariably().orElseThrow();
        tail = new LogTail(Topic.STRUCTURE_OUTCOMES, consumers, LogTail.Start.BEGINNING, this::apply);
    }

    LogTail tail() {
        return tail;
    }

    Optional<StructureOutcome> find(CommandId command) {
        return Optional.ofNullable(outcomes.getIfPresent(command));
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
        var left = Duration.between(
                clock.instant(), Instant.ofEpochMilli(record.timestamp()).plus(REMEMBERED));
        var first = left.isPositive() ? lifetimes.putIfAbsent(command, outcome, left) : outcomes.getIfPresent(command);
        complete(command, first == null ? outcome : first);
    }

    private void complete(CommandId command, StructureOutcome outcome) {
        waiting.getOrDefault(command, Set.of()).forEach(future -> future.complete(outcome));
    }
}
