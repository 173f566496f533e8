package io.webchat.projection.consume;

import java.time.Duration;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;

/** Goes through stretches of the log, and waits for brokers that give nothing for {@link #PATIENCE} and no longer. */
public final class LogWalk {
    public static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final Duration POLL = Duration.ofMillis(100);

    private LogWalk() {}

    /**
     * Shows records from where a consumer stands in its partitions, those of a partition in their order, until it is at
     * all ends or has seen enough. Throws {@link TimeoutException} if it does not come on.
     *
     * @param ends before which a record lies that is shown
     * @param goesOn looks at one; false if it was enough
     */
    public static void through(
            Consumer<byte[], byte[]> consumer,
            Map<TopicPartition, Long> ends,
            Predicate<ConsumerRecord<byte[], byte[]>> goesOn) {
        through(consumer, ends, goesOn, PATIENCE);
    }

    static void through(
            Consumer<byte[], byte[]> consumer,
            Map<TopicPartition, Long> ends,
            Predicate<ConsumerRecord<byte[], byte[]>> goesOn,
            Duration patience) {
        var place = placeOf(consumer, ends);
        var since = System.nanoTime();
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            for (var record : consumer.poll(POLL)) {
                var end = ends.getOrDefault(new TopicPartition(record.topic(), record.partition()), 0L);
                if (record.offset() < end && !goesOn.test(record)) {
                    return;
                }
            }
            var next = placeOf(consumer, ends);
            if (next != place) {
                place = next;
                since = System.nanoTime();
            } else if (System.nanoTime() - since > patience.toNanos()) {
                throw new TimeoutException("the brokers give nothing of " + ends.keySet());
            }
        }
    }

    private static long placeOf(Consumer<byte[], byte[]> consumer, Map<TopicPartition, Long> ends) {
        return ends.keySet().stream().mapToLong(consumer::position).sum();
    }
}
