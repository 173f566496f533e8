package io.webchat.projection.deadletter;

import io.webchat.log.Topic;
import io.webchat.support.log.LogClients;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.apache.kafka.common.TopicPartition;
import org.springframework.stereotype.Component;

/** Reads the dead letter topics, from Kafka itself and anew each time. */
@Component
class DeadLetterLog {
    private static final Duration POLL = Duration.ofMillis(100);

    private final LogClients clients;

    DeadLetterLog(LogClients clients) {
        this.clients = clients;
    }

    /** All letters of some topics that are there now; those of a partition in their order. */
    void read(Collection<Topic> topics, Consumer<DeadLetter> action) {
        read(
                topics.stream()
                        .flatMap(topic -> IntStream.range(0, Topic.PARTITIONS)
                                .mapToObj(partition -> new TopicPartition(topic.deadLetterTopicName(), partition)))
                        .toList(),
                action);
    }

    /** All letters of a partition that are there now, in their order. */
    void read(Topic topic, int partition, Consumer<DeadLetter> action) {
        read(List.of(new TopicPartition(topic.deadLetterTopicName(), partition)), action);
    }

    private void read(List<TopicPartition> partitions, Consumer<DeadLetter> action) {
        try (var consumer = clients.tailConsumer()) {
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                for (var copy : consumer.poll(POLL)) {
                    action.accept(new DeadLetter(topicOf(copy.topic()).orElseThrow(), copy));
                }
            }
        }
    }

    /** One letter; empty if it is not there, or no longer. */
    Optional<DeadLetter> find(Topic topic, int partition, long offset) {
        if (partition < 0 || partition >= Topic.PARTITIONS) {
            return Optional.empty();
        }
        var place = new TopicPartition(topic.deadLetterTopicName(), partition);
        try (var consumer = clients.tailConsumer()) {
            consumer.assign(List.of(place));
            var first = consumer.beginningOffsets(List.of(place)).getOrDefault(place, 0L);
            var end = consumer.endOffsets(List.of(place)).getOrDefault(place, 0L);
            if (offset < first || offset >= end) {
                return Optional.empty();
            }
            consumer.seek(place, offset);
            while (consumer.position(place) <= offset) {
                for (var copy : consumer.poll(POLL)) {
                    return Optional.of(copy)
                            .filter(found -> found.offset() == offset)
                            .map(found -> new DeadLetter(topic, found));
                }
            }
            return Optional.empty();
        }
    }

    /** The topic that has dead letters in a topic of this name. */
    static Optional<Topic> topicOf(String deadLetterTopic) {
        return Arrays.stream(Topic.values())
                .filter(topic -> topic.deadLetterTopicName().equals(deadLetterTopic))
                .findFirst();
    }
}
