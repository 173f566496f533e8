package io.webchat.command.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.webchat.log.Topic;
import io.webchat.support.problem.ProblemException;
import io.webchat.support.problem.ProblemType;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

/** The consumers that records are read back with. */
class RecordReaderTest {
    private static final Duration LONG = Duration.ofMinutes(1);

    private final List<MockConsumer<byte[], byte[]>> made = new CopyOnWriteArrayList<>();

    @Test
    void oneConsumerReadsOneRecordAfterAnother() {
        try (var reader = reader(LONG, LONG)) {
            for (var offset = 0; offset < 10; offset++) {
                assertThat(reader.read(offset % 3, offset).offset()).isEqualTo(offset);
            }
        }
        assertThat(made).singleElement().matches(MockConsumer::closed, "is closed with the reader");
    }

    @Test
    void whoFindsNoneFreeInTimeIsRefusedForNow() throws Exception {
        var isReading = new CountDownLatch(1);
        var mayGoOn = new CountDownLatch(1);
        try (var reader = reader(Duration.ofMillis(20), LONG);
                var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            reader.read(0, 0);
            made.getFirst().schedulePollTask(() -> {
                isReading.countDown();
                awaitUninterrupted(mayGoOn);
            });
            var slow = executor.submit(() -> reader.read(0, 1).offset());
            isReading.await();

            assertThatThrownBy(() -> reader.read(0, 7)).isInstanceOfSatisfying(ProblemException.class, e -> {
                assertThat(e.type()).isEqualTo(ProblemType.OVERLOADED);
                assertThat(e.delay()).as("Retry-After").contains(Duration.ofSeconds(1));
            });

            mayGoOn.countDown();
            assertThat(slow.get()).isEqualTo(1);
            assertThat(reader.read(0, 2).offset()).isEqualTo(2);
        }
        assertThat(made).hasSize(1);
    }

    @Test
    void oneThatFailedIsClosedAndNotUsedAgain() {
        try (var reader = reader(LONG, LONG)) {
            reader.read(0, 0);
            made.getFirst().setPollException(new KafkaException("gone"));

            refused(reader, ProblemType.LOG_UNAVAILABLE);

            assertThat(made.getFirst().closed()).isTrue();
            assertThat(reader.read(0, 1).offset()).isEqualTo(1);
            assertThat(made).hasSize(2);
        }
    }

    @Test
    void oneThatNobodyNeedsIsClosed() {
        try (var reader = reader(LONG, Duration.ofMillis(20))) {
            reader.read(0, 0);

            await().until(() -> made.getFirst().closed());
            assertThat(reader.read(0, 1).offset()).isEqualTo(1);
        }
    }

    @Test
    void aReaderThatIsClosedRefuses() {
        var reader = reader(LONG, LONG);
        reader.close();

        refused(reader, ProblemType.LOG_UNAVAILABLE);
    }

    private static void refused(RecordReader reader, ProblemType problem) {
        assertThatThrownBy(() -> reader.read(0, 7))
                .isInstanceOfSatisfying(
                        ProblemException.class, e -> assertThat(e.type()).isEqualTo(problem));
    }

    private RecordReader reader(Duration wait, Duration idle) {
        return new RecordReader(this::consumer, new RecordReaderProperties(1, wait, Duration.ofSeconds(10), idle));
    }

    /** Every partition has a record at every offset that is asked for. */
    private Consumer<byte[], byte[]> consumer() {
        var consumer = new MockConsumer<byte[], byte[]>("earliest") {
            @Override
            public synchronized void seek(TopicPartition partition, long offset) {
                super.seek(partition, offset);
                addRecord(new ConsumerRecord<>(
                        Topic.MESSAGES.topicName(), partition.partition(), offset, new byte[0], new byte[0]));
            }
        };
        made.add(consumer);
        return consumer;
    }

    private static void awaitUninterrupted(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
