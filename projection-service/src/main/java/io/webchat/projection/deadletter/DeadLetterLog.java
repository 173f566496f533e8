package io.webchat.projection.deadletter;

import io.webchat.log.Topic;
import io.webchat.projection.consume.LogWalk;
import io.webchat.support.log.LogClients;
import io.webchat.support.problem.ProblemException;
import io.webchat.support.problem.ProblemType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Reads the dead letter topics, from Kafka itself and anew each time. Throws {@code log-unavailable} (503) while the
 * brokers do not give them.
 */
@Component
class DeadLetterLog {
    private static final Logger log = LoggerFactory.getLogger(DeadLetterLog.class);
    private static final Duration RETRY = Duration.ofSeconds(2);

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
            LogWalk.through(consumer, consumer.endOffsets(partitions), copy -> {
                action.accept(new DeadLetter(topicOf(copy.topic()).orElseThrow(), copy));
                return true;
            });
        } catch (KafkaException e) {
            throw unavailable(e);
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
            var found = new ArrayList<DeadLetter>(1);
            LogWalk.through(consumer, Map.of(place, offset + 1), copy -> found.add(new DeadLetter(topic, copy)));
            return found.stream().findFirst();
        } catch (KafkaException e) {
            throw unavailable(e);
        }
    }

    private static ProblemException unavailable(KafkaException e) {
        log.warn("the brokers do not give the dead letters: {}", e.toString());
        return new ProblemException(ProblemType.LOG_UNAVAILABLE, "Kafka does not give the dead letters.")
                .retryAfter(RETRY);
    }

    /** The topic that has dead letters in a topic of this name. */
    static Optional<Topic> topicOf(String deadLetterTopic) {
        return Arrays.stream(Topic.values())
                .filter(topic -> topic.deadLetterTopicName().equals(deadLetterTopic))
                .findFirst();
    }
}
