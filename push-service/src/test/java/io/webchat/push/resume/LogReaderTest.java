package io.webchat.push.resume;

import static org.assertj.core.api.Assertions.assertThat;

import io.webchat.domain.message.MessageChange;
import io.webchat.domain.message.MessageEvent;
import io.webchat.domain.message.MessageId;
import io.webchat.domain.structure.ChannelId;
import io.webchat.domain.structure.CommandId;
import io.webchat.domain.structure.ServerId;
import io.webchat.domain.user.UserId;
import io.webchat.log.Ids;
import io.webchat.log.LogRecords;
import io.webchat.push.PushInstance;
import io.webchat.push.fanout.FanOut;
import io.webchat.push.fanout.LogEvents;
import io.webchat.push.fanout.Wordings;
import io.webchat.push.protocol.EventStream;
import io.webchat.push.protocol.Positions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

class LogReaderTest {
    private static final EventStream STREAM = EventStream.MESSAGES.getFirst();
    private static final Positions START = Positions.of(stream -> 0);
    private static final LogRecords RECORDS = new LogRecords("/webchat/test");

    private final CountDownLatch reading = new CountDownLatch(1);
    private final LogReader reader = reader(this::endless);

    @Test
    void whoLooksForWordingsForLongGivesOthersTheirTurnAndGoesOnFromThere() throws Exception {
        var wordings = new Wordings();
        var first =
                CompletableFuture.supplyAsync(() -> find(START, Long.MAX_VALUE, wordings), Thread::startVirtualThread);
        reading.await();

        assertThat(find(START, 3, new Wordings()).at(STREAM)).isEqualTo(3);

        var known = first.join();
        assertThat(wordings.size()).isEqualTo((int) known.at(STREAM));
        assertThat(find(known, known.at(STREAM) + 2, wordings).at(STREAM)).isEqualTo(known.at(STREAM) + 2);
        assertThat(wordings.size()).isEqualTo((int) known.at(STREAM) + 2);
    }

    /** The record may lie in the log for days after its tombstone. */
    @Test
    void whatTheLogWasToldToForgetIsKnown() {
        var posted = posted();
        var tombstone = new ConsumerRecord<byte[], byte[]>(posted.topic(), posted.partition(), 1, posted.key(), null);
        var wordings = new Wordings();
        var erasing = reader(() -> having(posted, tombstone));

        assertThat(find(erasing, START, 2, wordings).at(STREAM)).isEqualTo(2);

        assertThat(wordings.isErased(LogEvents.read(STREAM, posted))).isTrue();
    }

    @Test
    void nothingIsReadForWhoHasGone() throws Exception {
        var asked = new AtomicInteger();
        var wordings = new Wordings();

        var known = reader.findWordings(
                () -> asked.incrementAndGet() <= 3, START, Map.of(STREAM, Long.MAX_VALUE), wordings);

        assertThat(known.at(STREAM)).isEqualTo(wordings.size()).isPositive();
        assertThat(asked).hasValue(4);
    }

    private static LogReader reader(Supplier<Consumer<byte[], byte[]>> consumers) {
        return new LogReader(
                PushInstance.usual().bean(FanOut.class),
                consumers,
                new ResumeProperties(Long.MAX_VALUE, 1, Duration.ofSeconds(10)));
    }

    private Positions find(Positions from, long until, Wordings wordings) {
        return find(reader, from, until, wordings);
    }

    private static Positions find(LogReader reader, Positions from, long until, Wordings wordings) {
        try {
            return reader.findWordings(() -> true, from, Map.of(STREAM, until), wordings);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    /** Has one edit or deletion more each time it is asked. */
    private Consumer<byte[], byte[]> endless() {
        var partition = new TopicPartition(STREAM.topic().topicName(), STREAM.partition());
        var consumer = new MockConsumer<byte[], byte[]>("earliest") {
            void changeOne() {
                if (paused().isEmpty()) {
                    addRecord(change(partition, position(partition)));
                }
                schedulePollTask(this::changeOne);
                reading.countDown();
            }
        };
        consumer.schedulePollTask(consumer::changeOne);
        return consumer;
    }

    private static ConsumerRecord<byte[], byte[]> change(TopicPartition partition, long offset) {
        var server = new ServerId(Ids.fresh());
        var channel = new ChannelId(Ids.fresh());
        var message = new MessageId(Ids.fresh());
        var actor = new UserId(Ids.fresh());
        return record(
                offset % 2 == 0
                        ? new MessageChange.Deleted(server, channel, message, actor, Instant.EPOCH)
                        : new MessageChange.Edited(server, channel, message, actor, 1, "anew", null, Instant.EPOCH),
                partition,
                offset);
    }

    private static ConsumerRecord<byte[], byte[]> posted() {
        return record(
                MessageEvent.Posted.text(
                        new ServerId(Ids.fresh()),
                        new ChannelId(Ids.fresh()),
                        new MessageId(Ids.fresh()),
                        new UserId(Ids.fresh()),
                        "a secret",
                        Instant.EPOCH),
                new TopicPartition(STREAM.topic().topicName(), STREAM.partition()),
                0);
    }

    @SafeVarargs
    private static Consumer<byte[], byte[]> having(ConsumerRecord<byte[], byte[]>... records) {
        var consumer = new MockConsumer<byte[], byte[]>("earliest");
        consumer.schedulePollTask(() -> List.of(records).forEach(consumer::addRecord));
        return consumer;
    }

    private static ConsumerRecord<byte[], byte[]> record(MessageEvent event, TopicPartition partition, long offset) {
        var written = RECORDS.message(event, new CommandId(Ids.fresh()), 0);
        return new ConsumerRecord<>(
                partition.topic(),
                partition.partition(),
                offset,
                0,
                TimestampType.CREATE_TIME,
                written.key().length,
                written.value().length,
                written.key(),
                written.value(),
                new RecordHeaders(written.headers().toArray()),
                Optional.empty());
    }
}
