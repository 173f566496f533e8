package io.webchat.command.structure;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.webchat.domain.structure.CommandId;
import io.webchat.log.Topic;
import io.webchat.log.codec.StructureOutcome;
import io.webchat.log.codec.WireCodec;
import io.webchat.log.replica.LogTail;
import io.webchat.support.log.LogClients;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * The outcomes of the last day's structural commands, those of all instances: answers the requests that wait here, and
 * retries of commands that were decided anywhere. The first outcome of a command stays its outcome.
 */
final class OutcomeReplica {
    private static final Duration REMEMBERED = Duration.ofDays(1);
    private static final int REMEMBERED_AT_MOST = 1_000_000;

    private final Cache<CommandId, StructureOutcome> outcomes = Caffeine.newBuilder()
            .expireAfterWrite(REMEMBERED)
            .maximumSize(REMEMBERED_AT_MOST)
            .build();
    private final Map<CommandId, Set<CompletableFuture<StructureOutcome>>> waiting = new ConcurrentHashMap<>();
    private final LogTail tail;

    OutcomeReplica(LogClients clients) {
        tail = new LogTail(Topic.STRUCTURE_OUTCOMES, clients::tailConsumer, LogTail.Start.BEGINNING, this::apply);
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

    private void apply(ConsumerRecord<byte[], byte[]> record) {
        var outcome = WireCodec.STRUCTURE_OUTCOMES.decode(record);
        var command = outcome.commandId();
        outcomes.asMap().putIfAbsent(command, outcome);
        complete(command, find(command).orElse(outcome));
    }

    private void complete(CommandId command, StructureOutcome outcome) {
        waiting.getOrDefault(command, Set.of()).forEach(future -> future.complete(outcome));
    }
}
