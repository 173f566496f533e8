package io.webchat.support.log;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

/**
 * Looks at partitions as a consumer would be given them, outside any group: where they end, and what comes first after
 * an offset. For one thread at a time; after an exception it is good for nothing but to be closed.
 */
public final class LogPeek implements AutoCloseable {
    /** In place of a time stamp: the brokers did not give the record in time. */
    public static final long UNKNOWN = -2;

    /** A look wants one record of a partition; the smallest batch that a broker gives is enough. */
    private static final int PEEK_BYTES = 4_096;

    private final Consumer<byte[], byte[]> reader;

    private LogPeek(Consumer<byte[], byte[]> reader) {
        this.reader = reader;
    }

    static LogPeek of(LogClients clients) {
        var config = new HashMap<>(clients.consumerConfig());
        config.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, PEEK_BYTES);
        return new LogPeek(new KafkaConsumer<>(config));
    }

    /** The ends of partitions. Throws {@link KafkaException} if the brokers do not tell them in time. */
    public Map<TopicPartition, Long> ends(Collection<TopicPartition> partitions, Duration patience) {
        // It reads nothing, and complains of every answer about a partition that is not its own.
        reader.assign(partitions);
        return reader.endOffsets(partitions, patience);
    }

    /**
     * When the first record at or after each offset was appended, in milliseconds; {@link #UNKNOWN} if it could not be
     * read in time. Partitions that have none before the end are missing: the markers of transactions are none.
     */
    public Map<TopicPartition, Long> firstTimestamps(
            Map<TopicPartition, Long> offsets, Map<TopicPartition, Long> ends, Duration patience) {
        var waiting = new HashSet<TopicPartition>();
        offsets.forEach((partition, offset) -> {
            if (offset < ends.getOrDefault(partition, 0L)) {
                waiting.add(partition);
            }
        });
        var result = new HashMap<TopicPartition, Long>();
        reader.assign(waiting);
        // Kafka keeps what was paused of a partition that was looked at before.
        reader.resume(waiting);
        waiting.forEach(partition -> reader.seek(partition, offsets.getOrDefault(partition, 0L)));
        var deadline = System.nanoTime() + patience.toNanos();
        while (!waiting.isEmpty() && System.nanoTime() - deadline < 0) {
            for (var record : reader.poll(Duration.ofMillis(100))) {
                result.putIfAbsent(new TopicPartition(record.topic(), record.partition()), record.timestamp());
            }
            waiting.removeIf(partition ->
                    result.containsKey(partition) || reader.position(partition) >= ends.getOrDefault(partition, 0L));
            reader.pause(reader.assignment().stream()
                    .filter(partition -> !waiting.contains(partition))
                    .toList());
        }
        waiting.forEach(partition -> result.put(partition, UNKNOWN));
        return result;
    }

    @Override
    public void close() {
        reader.close();
    }
}
