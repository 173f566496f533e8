package io.webchat.projection.consume;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LogWalkTest {
    private static final TopicPartition PLACE = new TopicPartition("a-topic", 3);

    private final MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("earliest");
    private final List<Long> seen = new ArrayList<>();

    @BeforeEach
    void standAtTheBeginning() {
        consumer.assign(List.of(PLACE));
        consumer.seek(PLACE, 0);
    }

    @Test
    void showsWhatLiesBeforeTheEnd() {
        appended(0, 1, 2, 3);

        through(3, record -> true);

        assertThat(seen).containsExactly(0L, 1L, 2L);
    }

    @Test
    void endsWhereItWasEnough() {
        appended(0, 1, 2);

        through(3, record -> record.offset() < 1);

        assertThat(seen).containsExactly(0L, 1L);
    }

    @Test
    void doesNotWaitForEverForBrokersThatGiveNothing() {
        appended(0, 1);

        assertThatThrownBy(() -> through(3, record -> true)).isInstanceOf(TimeoutException.class);

        assertThat(seen).containsExactly(0L, 1L);
    }

    private void through(long end, Predicate<ConsumerRecord<byte[], byte[]>> goesOn) {
        LogWalk.through(
                consumer,
                Map.of(PLACE, end),
                record -> {
                    seen.add(record.offset());
                    return goesOn.test(record);
                },
                Duration.ofMillis(50));
    }

    private void appended(long... offsets) {
        for (var offset : offsets) {
            consumer.addRecord(
                    new ConsumerRecord<>(PLACE.topic(), PLACE.partition(), offset, new byte[0], new byte[0]));
        }
    }
}
