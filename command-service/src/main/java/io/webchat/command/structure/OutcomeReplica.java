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
    private final Map<CommandId, CompletableFuture<StructureOutcome>> waiting = new ConcurrentHashMap<>();
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

    /** Completes with the outcome, now or later. Every caller of the same command shares one future. */
    CompletableFuture<StructureOutcome> await(CommandId command) {
        var future = waiting.computeIfAbsent(command, id -> new CompletableFuture<>());
        // The outcome may have come between a caller's find and this registration.
        find(command).ifPresent(outcome -> complete(command, outcome));
        return future;
    }

    /** Nobody waits any longer. */
    void forget(CommandId command) {
        waiting.remove(command);
    }

    private void apply(ConsumerRecord<byte[], byte[]> record) {
        var outcome = WireCodec.STRUCTURE_OUTCOMES.decode(record);
        var command = outcome.commandId();
        outcomes.asMap().putIfAbsent(command, outcome);
        complete(command, find(command).orElse(outcome));
    }

    private void complete(CommandId command, StructureOutcome outcome) {
        var future = waiting.remove(command);
        if (future != null) {
            future.complete(outcome);
        }
    }
}
