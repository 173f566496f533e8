package io.webchat.support.log;

import io.webchat.log.LogEpoch;
import io.webchat.log.Topic;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;

/** Makes sure that the topics of the log exist with the partition counts that ordering depends on. */
final class LogTopics {

    /** A broker hears of a new topic a moment after its creation was acknowledged. */
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private static final RetryTemplate UNTIL_KNOWN = new RetryTemplate(RetryPolicy.builder()
            .includes(UnknownTopicOrPartitionException.class)
            .delay(Duration.ofMillis(100))
            .maxRetries(Long.MAX_VALUE)
            .timeout(TIMEOUT)
            .build());

    private LogTopics() {}

    /**
     * Creates what is missing, then reads the epoch. Several services may do so at once.
     *
     * @throws IllegalStateException if a topic exists with another number of partitions
     */
    static LogEpoch ensure(Admin admin, short replicationFactor) {
        var topics = Arrays.stream(Topic.values())
                .collect(Collectors.toMap(Topic::topicName, topic -> topic.definition(replicationFactor)));
        var deadLetters = Arrays.stream(Topic.values()).map(topic -> topic.deadLetterDefinition(replicationFactor));
        var definitions = Stream.concat(topics.values().stream(), deadLetters).toList();
        admin.createTopics(definitions).values().values().forEach(LogTopics::awaitCreation);
        return UNTIL_KNOWN.invoke(() -> epochOf(admin, topics.keySet()));
    }

    private static LogEpoch epochOf(Admin admin, Set<String> topics) {
        KafkaFutures.await(admin.describeTopics(topics).allTopicNames())
                .forEach((name, description) ->
                        requirePartitions(name, description.partitions().size()));
        return LogEpoch.read(admin);
    }

    private static void awaitCreation(KafkaFuture<Void> creation) {
        try {
            KafkaFutures.await(creation);
        } catch (TopicExistsException e) {
            // Another instance, or an earlier start, was first.
        }
    }

    private static void requirePartitions(String name, int partitions) {
        if (partitions != Topic.PARTITIONS) {
            throw new IllegalStateException("topic " + name + " has " + partitions + " partitions (expected: "
                    + Topic.PARTITIONS + "): the order of its records depends on their number");
        }
    }
}
