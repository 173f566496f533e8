package io.webchat.command.structure;

import io.webchat.log.Topic;
import io.webchat.log.replica.LogTail;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * How far this writer has written, so that it decides its next batch only on a state that includes its last one.
 * Positions of a transaction that was rolled back are passed all the same: its records are skipped, not missing.
 */
final class WrittenPositions {
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final Map<String, LogTail> tails;
    private final Map<TopicPartition, Long> written = new ConcurrentHashMap<>();

    WrittenPositions(LogTail structure, LogTail outcomes) {
        tails = Map.of(Topic.STRUCTURE.topicName(), structure, Topic.STRUCTURE_OUTCOMES.topicName(), outcomes);
    }

    void add(RecordMetadata record) {
        written.merge(new TopicPartition(record.topic(), record.partition()), record.offset() + 1, Math::max);
    }

    /** Returns when the replicas have applied what was written; throws if they do not get there. */
    void awaitApplied() {
        written.forEach((partition, position) -> {
            if (!await(partition, position)) {
                throw new IllegalStateException(
                        partition + " is not applied up to " + position + " within " + TIMEOUT.toSeconds() + " s");
            }
        });
        written.clear();
    }

    private boolean await(TopicPartition partition, long position) {
        var tail = tails.get(partition.topic());
        return tail != null && tail.awaitPosition(partition.partition(), position, TIMEOUT);
    }
}
