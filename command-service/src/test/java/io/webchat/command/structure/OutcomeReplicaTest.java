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
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

class OutcomeReplicaTest {
    private static final Instant START = Instant.parse("2026-01-31T12:00:00Z");
    private static final Duration RETENTION = Duration.ofDays(1);

    private Instant now = START;
    private final OutcomeReplica outcomes = replicaOf(240_000);

    @Test
    void anOutcomeIsRememberedForAsLongAsItsRecordIsKept() {
        var outcome = accepted(1);
        outcomes.apply(recordOf(outcome, START));

        now = START.plus(RETENTION);

        assertThat(found(outcomes, outcome)).contains(outcome);
    }

    @Test
    void itsTimeBeginsWithItsRecordNotWithTheReading() {
        var outcome = accepted(1);
        now = START.plus(RETENTION).minusSeconds(60);
        outcomes.apply(recordOf(outcome, START));
        assertThat(found(outcomes, outcome)).contains(outcome);

        now = START.plus(RETENTION).plusSeconds(2 * 3600);

        assertThat(outcomes.find(outcome.commandId())).isEmpty();
    }

    @Test
    void aRecordThatKafkaHasNotRemovedYetIsNotRememberedAndAnswersWhoWaits() {
        var outcome = accepted(1);
        now = START.plus(RETENTION.multipliedBy(2));
        var waiting = outcomes.await(outcome.commandId());

        outcomes.apply(recordOf(outcome, START));

        assertThat(waiting).isCompletedWithValue(new LoggedOutcome(outcome, START.toEpochMilli()));
        assertThat(outcomes.find(outcome.commandId())).isEqualTo(Optional.empty());
    }

    @Test
    void theFirstOutcomeStays() {
        var first = accepted(1);
        var second = new StructureOutcome.Accepted(first.commandId(), first.serverId(), 2, null, null);

        outcomes.apply(recordOf(first, START));
        outcomes.apply(recordOf(second, START.plusSeconds(1)));

        assertThat(found(outcomes, first)).contains(first);
    }

    @Test
    void aSecondOutcomeAfterTheTimeOfTheFirstIsOneOfItsOwn() {
        var first = accepted(1);
        var second = new StructureOutcome.Accepted(first.commandId(), first.serverId(), 2, null, null);
        outcomes.apply(recordOf(first, START));
        now = START.plus(RETENTION.multipliedBy(2));

        outcomes.apply(recordOf(second, now));

        assertThat(found(outcomes, first)).contains(second);
        assertThat(outcomes.size()).isEqualTo(1);
        assertThat(outcomes.dropped()).isZero();
    }

    @Test
    void ofTooManyTheOldestOfTheirPartitionAreDropped() {
        var few = replicaOf(12 * 2);
        var all = Stream.generate(() -> accepted(1)).limit(5).toList();
        var elsewhere = accepted(1);
        few.apply(recordOf(elsewhere, 1, START));
        for (var i = 0; i < all.size(); i++) {
            few.apply(recordOf(all.get(i), 0, START.plusSeconds(i)));
        }

        assertThat(all.subList(0, 3))
                .allSatisfy(outcome -> assertThat(few.find(outcome.commandId())).isEmpty());
        assertThat(all.subList(3, 5))
                .allSatisfy(outcome -> assertThat(found(few, outcome)).contains(outcome));
        assertThat(found(few, elsewhere)).contains(elsewhere);
        assertThat(few.size()).isEqualTo(3);
        assertThat(few.dropped()).isEqualTo(3);
    }

    @Test
    void anOutcomeThatIsReadAgainDropsNoOther() {
        var few = replicaOf(12 * 2);
        var one = accepted(1);
        var other = accepted(1);
        few.apply(recordOf(one, START));
        few.apply(recordOf(other, START));

        few.apply(recordOf(other, START.plusSeconds(1)));

        assertThat(found(few, one)).contains(one);
        assertThat(few.dropped()).isZero();
    }

    @Test
    void howFarBackNothingIsMissingIsTold() {
        var few = replicaOf(12);
        now = START.plusSeconds(60);
        assertThat(few.window()).as("before anything was dropped").isGreaterThan(RETENTION);

        few.apply(recordOf(accepted(1), START));
        few.apply(recordOf(accepted(1), START.plusSeconds(20)));

        assertThat(few.window()).isEqualTo(Duration.ofSeconds(60));
        few.apply(recordOf(accepted(1), START.plusSeconds(50)));
        assertThat(few.window()).isEqualTo(Duration.ofSeconds(40));
    }

    @Test
    void whatMayBeForgottenIsTold() {
        var few = replicaOf(12);
        now = START.plusSeconds(60);
        assertThat(few.mayHaveForgotten(now.minus(RETENTION).plusMillis(1))).isFalse();
        assertThat(few.mayHaveForgotten(now.minus(RETENTION)))
                .as("what the topic retains no longer")
                .isTrue();

        few.apply(recordOf(accepted(1), START));
        few.apply(recordOf(accepted(1), START.plusSeconds(20)));

        assertThat(few.mayHaveForgotten(START)).as("as old as what was dropped").isTrue();
        assertThat(few.mayHaveForgotten(START.plusMillis(1))).isFalse();
    }

    @Test
    void anOutcomeIsToldWithItsTime() {
        var outcome = accepted(1);
        outcomes.apply(recordOf(outcome, START));
        outcomes.apply(recordOf(outcome, START.plusSeconds(5)));

        assertThat(outcomes.find(outcome.commandId()))
                .hasValueSatisfying(found -> assertThat(found.at()).isEqualTo(START));
    }

    private static Optional<StructureOutcome> found(OutcomeReplica outcomes, StructureOutcome outcome) {
        return outcomes.find(outcome.commandId()).map(LoggedOutcome::outcome);
    }

    private OutcomeReplica replicaOf(int max) {
        return new OutcomeReplica(() -> new MockConsumer<>("earliest"), new OutcomeProperties(max), () -> now);
    }

    private static StructureOutcome.Accepted accepted(long nextOffset) {
        return new StructureOutcome.Accepted(
                new CommandId(Ids.fresh()), new ServerId(Ids.fresh()), nextOffset, null, null);
    }

    private static ConsumerRecord<byte[], byte[]> recordOf(StructureOutcome outcome, Instant at) {
        return recordOf(outcome, 0, at);
    }

    private static ConsumerRecord<byte[], byte[]> recordOf(StructureOutcome outcome, int partition, Instant at) {
        var sent = new LogRecords("/webchat/test").structureOutcome(outcome, at);
        return new ConsumerRecord<>(
                sent.topic(),
                partition,
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
