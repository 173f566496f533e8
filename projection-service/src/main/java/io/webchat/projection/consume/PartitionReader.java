package io.webchat.projection.consume;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** Looks through a partition of the log, outside any consumer group. For one thread. */
final class PartitionReader implements AutoCloseable {
    private final Consumer<byte[], byte[]> consumer;
    private final TopicPartition partition;

    /** @param consumer is closed with the reader */
    PartitionReader(Consumer<byte[], byte[]> consumer, TopicPartition partition) {
        this.consumer = consumer;
        this.partition = partition;
        consumer.assign(List.of(partition));
    }

    /** The first record that is wanted, of those from one offset up to a position; empty if there is none. */
    Optional<ConsumerRecord<byte[], byte[]>> first(
            long from, long position, Predicate<ConsumerRecord<byte[], byte[]>> wanted) {
        var end = Math.min(position, consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L));
        consumer.seek(partition, from);
        var found = new ArrayList<ConsumerRecord<byte[], byte[]>>(1);
        LogWalk.through(consumer, Map.of(partition, end), record -> {
            if (wanted.test(record)) {
                found.add(record);
            }
            return found.isEmpty();
        });
        return found.stream().findFirst();
    }

    @Override
    public void close() {
        consumer.close();
    }
}
