package io.webchat.benchmark.replay;

import io.webchat.benchmark.Brokers;
import io.webchat.log.Topic;
import java.time.Duration;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Consumes a topic from its beginning to its present end, with the settings of the views, and forgets what it reads.
 */
final class RawConsume {
    private static final Duration POLL = Duration.ofMillis(100);

    private RawConsume() {}

    /** Records a second, from the first ones that arrived. */
    static long perSecond(String bootstrapServers, Topic topic) {
        var settings = Brokers.settings(bootstrapServers);
        settings.putAll(Map.of(
                "isolation.level",
                "read_committed",
                "enable.auto.commit",
                false,
                "max.poll.records",
                1_000,
                "max.partition.fetch.bytes",
                2 << 20,
                "fetch.max.bytes",
                4 << 20,
                "receive.buffer.bytes",
                -1));
        try (var consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            var partitions = IntStream.range(0, Topic.PARTITIONS)
                    .mapToObj(partition -> new TopicPartition(topic.topicName(), partition))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            var meter = new Meter(System.nanoTime());
            var read = 0L;
            while (partitions.stream().anyMatch(one -> consumer.position(one) < ends.getOrDefault(one, 0L))) {
                read += consumer.poll(POLL).count();
                meter.look(read, System.nanoTime());
            }
            return meter.found().perSecond();
        }
    }
}
