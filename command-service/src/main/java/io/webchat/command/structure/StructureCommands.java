package io.webchat.command.structure;

import io.webchat.command.idempotency.IdempotencyKey;
import io.webchat.domain.structure.CommandId;
import io.webchat.domain.structure.StructureCommand;
import io.webchat.domain.user.UserId;
import io.webchat.log.LogPosition;
import io.webchat.log.LogRecords;
import io.webchat.log.Partitioning;
import io.webchat.log.Topic;
import io.webchat.log.codec.StructureOutcome;
import io.webchat.log.replica.StructureReplica;
import io.webchat.support.consistency.ConsistencyTokens;
import io.webchat.support.log.LogUnavailable;
import io.webchat.support.problem.ProblemException;
import io.webchat.support.problem.ProblemType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.springframework.kafka.KafkaException;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.stereotype.Component;

/**
 * Brings a structural command to its server's writer and waits for what becomes of it.
 *
 * <p>A command id that has an outcome is answered with it and goes nowhere. A command without one is appended; should
 * that happen twice, the writer ignores the second. So a request may be repeated at any instance, before or after a
 * crash, for as long as {@link OutcomeReplica} remembers. After that it is refused if its key tells when it was made,
 * and else decided anew.
 */
@Component
public class StructureCommands {
    private final StructureWriterProperties settings;
    private final OutcomeReplica outcomes;
    private final StructureReplica replica;
    private final KafkaTemplate<byte[], byte[]> log;
    private final LogRecords records;
    private final ConsistencyTokens tokens;
    private final Clock clock;

    StructureCommands(
            StructureWriterProperties settings,
            OutcomeReplica outcomes,
            StructureReplica replica,
            KafkaTemplate<byte[], byte[]> logTemplate,
            LogRecords records,
            ConsistencyTokens tokens,
            Clock clock) {
        this.settings = settings;
        this.outcomes = outcomes;
        this.replica = replica;
        this.log = logTemplate;
        this.records = records;
        this.tokens = tokens;
        this.clock = clock;
    }

    /**
     * Has a command decided, once.
     *
     * @param operation what is asked for, such as {@code create-server}; part of the command's id
     * @param target what it is asked of; empty for what does not exist yet
     * @param command made only if the id has no outcome yet, so it may look things up and refuse
     * @throws ProblemException the rejection; {@code idempotency-key-expired} (409) if it may be the repetition of one
     *     whose outcome is not remembered; {@code command-failed} (500); {@code log-unavailable} or
     *     {@code outcome-pending} (503) if it is not known to be decided
     */
    public Executed execute(
            Caller caller, String operation, Object target, Function<Request, StructureCommand> command) {
        var id = caller.key().commandId(caller.userId(), operation, target.toString());
        var logged = outcomes.find(id).orElseGet(() -> {
            requireKept(caller.key());
            return decide(id, command.apply(request(caller, id)));
        });
        return switch (logged.outcome()) {
            case StructureOutcome.Rejected rejected -> throw ProblemException.rejected(rejected.rejection());
            case StructureOutcome.Failed failed ->
                throw new ProblemException(
                        ProblemType.COMMAND_FAILED,
                        "The command could not be decided, and changed nothing. The failure is logged under the id "
                                + failed.commandId() + ".");
            case StructureOutcome.Accepted accepted -> {
                awaitReplica(accepted);
                var seen = caller.seen().with(List.of(position(accepted)));
                yield new Executed(
                        accepted, logged.at(), IdempotencyKey.idMadeBy(id), tokens.encode(caller.userId(), seen));
            }
        };
    }

    /**
     * What a command is made from.
     *
     * @param made an id for what the command makes: the same one whenever the command is repeated
     */
    public record Request(UserId actor, Instant at, UUID made) {}

    private void requireKept(IdempotencyKey key) {
        if (key.madeAt().filter(outcomes::mayHaveForgotten).isPresent()) {
            throw IdempotencyKey.expired();
        }
    }

    private Request request(Caller caller, CommandId id) {
        return new Request(caller.userId(), clock.instant(), IdempotencyKey.idMadeBy(id));
    }

    private static LogPosition position(StructureOutcome.Accepted accepted) {
        var partition = Partitioning.partitionOf(accepted.serverId().value());
        return new LogPosition(Topic.STRUCTURE, partition, accepted.nextOffset());
    }

    private LoggedOutcome decide(CommandId id, StructureCommand command) {
        var outcome = outcomes.await(id);
        try {
            append(id, command);
            return outcome.get(settings.outcomeWait().toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw pending();
        } catch (TimeoutException | ExecutionException e) {
            throw pending();
        } finally {
            outcomes.forget(id, outcome);
        }
    }

    private void append(CommandId id, StructureCommand command) throws InterruptedException {
        try {
            log.send(records.structureCommand(id, command)).get();
        } catch (ExecutionException e) {
            throw LogUnavailable.because(e.getCause());
        } catch (KafkaException | org.apache.kafka.common.KafkaException e) {
            throw LogUnavailable.because(e);
        }
    }

    /** So that this instance, which the client most likely asks next, knows it already. Others wait by the token. */
    private void awaitReplica(StructureOutcome.Accepted accepted) {
        var position = position(accepted);
        var ignored = replica.tail().awaitPosition(position.partition(), position.nextOffset(), settings.replicaWait());
    }

    private static ProblemException pending() {
        return new ProblemException(
                        ProblemType.OUTCOME_PENDING,
                        "The command is not decided yet. Repeat the request under the same Idempotency-Key.")
                .retryAfter(Duration.ofSeconds(1));
    }
}
