package io.webchat.command.structure;

import io.micrometer.core.instrument.Counter;
import io.webchat.domain.structure.CommandId;
import io.webchat.domain.structure.MembershipLimits;
import io.webchat.log.LogRecords;
import io.webchat.log.Partitioning;
import io.webchat.log.replica.StructureReplica;
import io.webchat.support.tracing.LogTracing;
import io.webchat.support.tracing.RecordSpan;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.listener.BatchMessageListener;
import org.springframework.kafka.support.SendResult;

/**
 * The single writer of every server whose partition of {@code webchat.structure.commands} this instance owns. One poll
 * is one Kafka transaction: the facts, the outcomes and the consumed offsets become visible together or not at all.
 *
 * <p><b>Guarantees.</b> Commands of one server are decided one after the other, each on the state that includes all
 * before it; a command id is decided once; a writer that lost its partitions, however late it notices, cannot commit,
 * because the transaction carries the generation of the consumer group.
 *
 * <p><b>How.</b> Before it decides, the replicas have applied everything that was ever committed for its partitions:
 * after a take-over ({@link WriterTakeOver}) as after its own last transaction ({@link WrittenPositions}). Within a
 * batch it adds its own events to what the replica says.
 *
 * <p><b>Limit.</b> How many servers and groups somebody is in spans the partitions of all writers. Of its own
 * partitions a writer knows everything, of the others what its replica has read: the limits of
 * {@link MembershipProperties} are exact with one writer, and with several they may be exceeded by as many memberships
 * as the other ones commit for the same person within the replica's delay, some milliseconds.
 *
 * <p><b>Faults.</b> A command that breaks its decider or the fold has an outcome that says so, and changes nothing; the
 * next one is decided as if it had never been.
 */
final class StructureWriter implements BatchMessageListener<byte[], byte[]> {
    private final StructureReplica replica;
    private final OutcomeReplica outcomes;
    private final WrittenPositions written;
    private final KafkaTemplate<byte[], byte[]> transaction;
    private final LogRecords records;
    private final LogTracing tracing;
    private final MembershipLimits limits;
    private final Counter failures;

    StructureWriter(
            StructureReplica replica,
            OutcomeReplica outcomes,
            WrittenPositions written,
            KafkaTemplate<byte[], byte[]> transaction,
            LogRecords records,
            LogTracing tracing,
            MembershipLimits limits,
            Counter failures) {
        this.replica = replica;
        this.outcomes = outcomes;
        this.written = written;
        this.transaction = transaction;
        this.records = records;
        this.tracing = tracing;
        this.limits = limits;
        this.failures = failures;
    }

    /** Decides one poll. An exception rolls the transaction back, and the same records come again. */
    @Override
    public void onMessage(List<ConsumerRecord<byte[], byte[]>> batch) {
        written.awaitApplied();
        var appended = decide(batch).stream().map(this::append).toList();
        // The outcomes tell the offsets of the facts, so these are acknowledged first.
        transaction.flush();
        answer(appended);
    }

    /** @param span of the command's record; ends with the answer, and with no attempt that is rolled back */
    private record Decided(DecidedCommand command, RecordSpan span) {}

    private List<Decided> decide(List<ConsumerRecord<byte[], byte[]>> batch) {
        var deciding = new StructureBatch(replica::server, replica::serversOf, limits, failures);
        var decided = new LinkedHashMap<CommandId, Decided>();
        for (var record : batch) {
            PendingCommand.read(record)
                    .filter(pending -> outcomes.find(pending.id()).isEmpty())
                    .filter(pending -> !decided.containsKey(pending.id()))
                    .ifPresent(pending -> {
                        var span = tracing.begin("structure-writer", record);
                        decided.put(pending.id(), new Decided(deciding.decide(pending), span));
                    });
        }
        return List.copyOf(decided.values());
    }

    private record Appended(Decided decided, List<CompletableFuture<SendResult<byte[], byte[]>>> facts) {}

    private Appended append(Decided decided) {
        var command = decided.command();
        var facts = new ArrayList<CompletableFuture<SendResult<byte[], byte[]>>>();
        decided.span()
                .run(() -> command.events().forEach(event -> facts.add(send(records.structure(event, command.id())))));
        return new Appended(decided, facts);
    }

    /** A command that changed nothing is answered with the position that its decision was based on. */
    private void answer(List<Appended> appended) {
        var positions = new HashMap<Integer, Long>();
        for (var each : appended) {
            var decided = each.decided().command();
            var command = decided.command();
            var partition = Partitioning.partitionOf(command.serverId().value());
            if (!each.facts().isEmpty()) {
                var last = each.facts().getLast().join().getRecordMetadata();
                positions.put(partition, last.offset() + 1);
            }
            var position = positions.computeIfAbsent(partition, replica.tail()::position);
            var outcome = records.structureOutcome(decided.outcome(position), command.at());
            var span = each.decided().span();
            span.run(() -> send(outcome));
            span.end();
        }
    }

    private CompletableFuture<SendResult<byte[], byte[]>> send(ProducerRecord<byte[], byte[]> record) {
        return transaction.send(record).whenComplete((sent, failure) -> {
            if (failure == null) {
                written.add(sent.getRecordMetadata());
            }
        });
    }
}
