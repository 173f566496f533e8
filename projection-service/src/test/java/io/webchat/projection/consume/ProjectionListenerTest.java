package io.webchat.projection.consume;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.webchat.domain.message.MessageEvent;
import io.webchat.domain.message.MessageId;
import io.webchat.domain.structure.ChannelId;
import io.webchat.domain.structure.CommandId;
import io.webchat.domain.structure.ServerId;
import io.webchat.domain.user.UserId;
import io.webchat.log.Ids;
import io.webchat.log.LogRecords;
import io.webchat.log.Topic;
import io.webchat.log.codec.WireCodec;
import io.webchat.projection.store.ViewCollections;
import io.webchat.support.tracing.LogTracing;
import io.webchat.test.ServiceTest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.record.TimestampType;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.BasicUpdate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

/** One poll brings records of several partitions, and each of them may be lost, moved or tried again on its own. */
@ServiceTest
class ProjectionListenerTest {
    private static final TopicPartition ONE = new TopicPartition(Topic.MESSAGES.topicName(), 1);
    private static final TopicPartition TWO = new TopicPartition(Topic.MESSAGES.topicName(), 2);

    private final Recording projection = new Recording();
    private final MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("earliest");
    private final ViewPositions positions;
    private final MongoTemplate mongo;
    private final ProjectionListener listener;

    @Autowired
    ProjectionListenerTest(ViewPositions positions, DeadLetters deadLetters, MongoTemplate mongo) {
        this.positions = positions;
        this.mongo = mongo;
        this.listener = new ProjectionListener(
                projection.view(),
                new TolerantProjection<>(projection, "listened", deadLetters),
                positions,
                new ViewMetrics(projection.view(), new SimpleMeterRegistry()),
                LogTracing.OFF);
    }

    /** Remembers what it was given, and fails as a store that is away would, as long as it is told to. */
    private static final class Recording implements Projection<MessageEvent> {
        private final View view = new View("listened-" + Ids.fresh(), Topic.MESSAGES);
        private final List<Long> applied = new ArrayList<>();
        private boolean isAway;
        private Runnable question = () -> {};

        @Override
        public View view() {
            return view;
        }

        @Override
        public WireCodec<MessageEvent> codec() {
            return WireCodec.MESSAGES;
        }

        @Override
        public void apply(List<Logged<MessageEvent>> events) {
            if (isAway) {
                throw new DataAccessResourceFailureException("the store is away");
            }
            question.run();
            events.forEach(event -> applied.add(event.offset()));
        }
    }

    @BeforeEach
    void bothPartitionsAreHere() {
        consumer.assign(List.of(ONE, TWO));
        listener.onPartitionsAssigned(consumer, List.of(ONE, TWO));
    }

    @Test
    void whatAPollBringsIsAppliedAtOnce() {
        deliver(records(ONE, 0, 3), records(TWO, 100, 102));

        assertThat(projection.applied).containsExactly(0L, 1L, 2L, 100L, 101L);
        assertThat(stored(1)).isEqualTo(3);
        assertThat(stored(2)).isEqualTo(102);
    }

    @Test
    void aPartitionThatTheStoreHasLostIsReadAgainBeforeWhatFollows() {
        deliver(records(ONE, 0, 3), records(TWO, 100, 102));
        lose(1);
        projection.isAway = true;
        var next = List.of(records(ONE, 3, 5), records(TWO, 102, 103));
        assertThatThrownBy(() -> deliver(next)).isInstanceOf(DataAccessResourceFailureException.class);
        projection.isAway = false;

        again(next);

        assertThat(consumer.position(ONE)).as("what was lost comes next").isZero();
        assertThat(projection.applied).containsExactly(0L, 1L, 2L, 100L, 101L, 102L);
        deliver(records(ONE, 0, 5));
        assertThat(projection.applied).endsWith(0L, 1L, 2L, 3L, 4L);
        assertThat(stored(1)).isEqualTo(5);
    }

    @Test
    void aPartitionThatWentElsewhereBetweenTwoTriesHoldsUpNoOther() {
        projection.isAway = true;
        var first = List.of(records(ONE, 0, 3), records(TWO, 100, 102));
        assertThatThrownBy(() -> deliver(first)).isInstanceOf(DataAccessResourceFailureException.class);
        projection.isAway = false;
        listener.onPartitionsLost(consumer, List.of(ONE));
        consumer.assign(Set.of(TWO));
        consumer.seek(TWO, 102);

        again(first);

        assertThat(projection.applied).containsExactly(100L, 101L);
        assertThat(stored(1)).isZero();
        assertThat(stored(2)).isEqualTo(102);
    }

    @Test
    void whatTheStoreRefusesHoldsUpNothing() {
        mongo.insert(new Document(), "listened");
        var contradiction = new BasicUpdate("{ $set: { a: 1 }, $inc: { a: 1 } }");
        projection.question = () -> mongo.updateFirst(new Query(), contradiction, "listened");
        deliver(records(ONE, 0, 3));
        projection.question = () -> {};
        deliver(records(ONE, 3, 5));

        assertThat(projection.applied).containsExactly(3L, 4L);
        assertThat(stored(1)).isEqualTo(5);
    }

    @SafeVarargs
    private void deliver(List<ConsumerRecord<byte[], byte[]>>... parts) {
        deliver(List.of(parts));
    }

    /** As a poll does it: the consumer is past the records that it hands out. */
    private void deliver(List<List<ConsumerRecord<byte[], byte[]>>> parts) {
        for (var part : parts) {
            var last = part.getLast();
            consumer.seek(new TopicPartition(last.topic(), last.partition()), last.offset() + 1);
        }
        again(parts);
    }

    /** The same records once more, wherever the consumer is by now. */
    private void again(List<List<ConsumerRecord<byte[], byte[]>>> parts) {
        listener.onMessage(parts.stream().flatMap(List::stream).toList(), consumer);
    }

    private long stored(int partition) {
        return positions.stored(projection.view(), List.of(partition)).getOrDefault(partition, 0L);
    }

    private void lose(int partition) {
        var id = projection.view().name() + "/" + Topic.MESSAGES.topicName() + "/" + partition;
        mongo.remove(Query.query(Criteria.where("_id").is(id)), ViewCollections.POSITIONS);
    }

    private static List<ConsumerRecord<byte[], byte[]>> records(TopicPartition partition, long from, long to) {
        return LongStream.range(from, to)
                .mapToObj(offset -> record(partition, offset))
                .toList();
    }

    private static ConsumerRecord<byte[], byte[]> record(TopicPartition partition, long offset) {
        var event = MessageEvent.Posted.text(
                new ServerId(Ids.fresh()),
                new ChannelId(Ids.fresh()),
                new MessageId(Ids.fresh()),
                new UserId(Ids.fresh()),
                "message",
                Instant.now());
        var made = new LogRecords("/webchat/test")
                .message(event, new CommandId(event.messageId().value()), 0);
        return new ConsumerRecord<>(
                partition.topic(),
                partition.partition(),
                offset,
                System.currentTimeMillis(),
                TimestampType.CREATE_TIME,
                made.key().length,
                made.value().length,
                made.key(),
                made.value(),
                made.headers(),
                Optional.empty());
    }
}
