package io.webchat.command.structure;

import static org.assertj.core.api.Assertions.assertThat;

import io.webchat.domain.structure.CommandId;
import io.webchat.domain.structure.ServerId;
import io.webchat.log.Ids;
import io.webchat.log.LogRecords;
import io.webchat.log.codec.StructureOutcome;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

class OutcomeReplicaTest {
    private static final Instant START = Instant.parse("2026-01-31T12:00:00Z");
    private static final Duration RETENTION = Duration.ofDays(1);

    private Instant now = START;
    private final OutcomeReplica outcomes = new OutcomeReplica(() -> new MockConsumer<>("earliest"), () -> now);

    @Test
    void anOutcomeIsRememberedForAsLongAsItsRecordIsKept() {
        var outcome = accepted(1);
        outcomes.apply(recordOf(outcome, START));

        now = START.plus(RETENTION);

        assertThat(outcomes.find(outcome.commandId())).contains(outcome);
    }

    @Test
    void itsTimeBeginsWithItsRecordNotWithTheReading() {
        var outcome = accepted(1);
        now = START.plus(RETENTION).minusSeconds(60);
        outcomes.apply(recordOf(outcome, START));
        assertThat(outcomes.find(outcome.commandId())).contains(outcome);

        now = START.plus(RETENTION).plusSeconds(2 * 3600);

        assertThat(outcomes.find(outcome.commandId())).isEmpty();
    }

    @Test
    void aRecordThatKafkaHasNotRemovedYetIsNotRememberedAndAnswersWhoWaits() {
        var outcome = accepted(1);
        now = START.plus(RETENTION.multipliedBy(2));
        var waiting = outcomes.await(outcome.commandId());

        outcomes.apply(recordOf(outcome, START));

        assertThat(waiting).isCompletedWithValue(outcome);
        assertThat(outcomes.find(outcome.commandId())).isEqualTo(Optional.empty());
    }

    @Test
    void theFirstOutcomeStays() {
        var first = accepted(1);
        var second = new StructureOutcome.Accepted(first.commandId(), first.serverId(), 2, null, null);

        outcomes.apply(recordOf(first, START));
        outcomes.apply(recordOf(second, START.plusSeconds(1)));

        assertThat(outcomes.find(first.commandId())).contains(first);
    }

    private static StructureOutcome.Accepted accepted(long nextOffset) {
        return new StructureOutcome.Accepted(
                new CommandId(Ids.fresh()), new ServerId(Ids.fresh()), nextOffset, null, null);
    }

    private static ConsumerRecord<byte[], byte[]> recordOf(StructureOutcome outcome, Instant at) {
        var sent = new LogRecords("/webchat/test").structureOutcome(outcome, at);
        return new ConsumerRecord<>(
                sent.topic(),
                0,
                0,
                at.toEpochMilli(),
                TimestampType.CREATE_TIME,
                0,
                0,
                sent.key(),
                sent.value(),
                sent.headers(),
                Optional.empty());
    }
}
