package io.webchat.command;

import io.webchat.log.Topic;
import io.webchat.support.log.LogClients;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** Reads what the log holds at this moment. */
public record LogReader(LogClients clients) {
    /** All committed records of a topic that satisfy a condition, in order within their partitions. */
    public List<ConsumerRecord<byte[], byte[]>> read(Topic topic, Predicate<ConsumerRecord<byte[], byte[]>> wanted) {
        var partitions = IntStream.range(0, Topic.PARTITIONS)
                .mapToObj(p -> new TopicPartition(topic.topicName(), p))
                .toList();
        var found = new ArrayList<ConsumerRecord<byte[], byte[]>>();
        try (var consumer = clients.tailConsumer()) {
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
                consumer.poll(Duration.ofMillis(100)).forEach(record -> {
                    if (wanted.test(record)) {
                        found.add(record);
                    }
                });
            }
        }
        return found;
    }
}
