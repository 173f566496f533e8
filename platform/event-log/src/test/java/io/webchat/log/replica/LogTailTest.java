package io.webchat.log.replica;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import io.webchat.log.Topic;
import java.time.Duration;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.internals.AutoOffsetResetStrategy;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class LogTailTest {
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(30);

    @Test
    void whoeverWantsToKnowMoreThanItDoesWaitsUntilTheLogAnswers() {
        var log = new MockConsumer<byte[], byte[]>(AutoOffsetResetStrategy.EARLIEST.name());
        var empty = IntStream.range(0, Topic.PARTITIONS)
                .mapToObj(p -> new TopicPartition(Topic.STRUCTURE.topicName(), p))
                .collect(toMap(p -> p, p -> 0L));
        log.updateBeginningOffsets(empty);
        log.updateEndOffsets(empty);
        try (var tail = new LogTail(Topic.STRUCTURE, () -> log, LogTail.Start.beforeEnd(0), record -> {})) {
            assertThat(tail.awaitFresh(Duration.ofDays(1), Duration.ofMillis(1)))
                    .isFalse();
            tail.start();

            assertThat(tail.awaitFresh(Duration.ofDays(1), LONG_ENOUGH)).isTrue();
            assertThat(tail.awaitFresh(Duration.ZERO, LONG_ENOUGH)).isTrue();

            log.setOffsetsException(new KafkaException("away"));
            assertThat(tail.awaitFresh(Duration.ZERO, Duration.ofMillis(300))).isFalse();
            assertThat(tail.awaitFresh(Duration.ofDays(1), Duration.ZERO)).isTrue();
        }
    }
}
