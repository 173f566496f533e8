package io.webchat.command.structure;

import io.webchat.log.Topic;
import io.webchat.log.replica.LogTail;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.listener.ConsumerAwareRebalanceListener;

/**
 * Holds a writer back from partitions that were just assigned to it until its replicas include everything that their
 * former owners committed.
 *
 * <p>Three steps, in this order. The committed offsets are fetched: Kafka answers only when no transaction with offsets
 * of these partitions is pending, and whoever had them before can begin no other one, since the group's generation has
 * moved on. Then the ends of the partitions are read, those of uncommitted records included: nothing of a former owner
 * that counts can lie beyond. Then the replicas catch up to these ends; they pass them only when every transaction
 * before them is decided, which a vanished owner delays by the transaction timeout at most. The simpler wait for the
 * <i>committed</i> end would be unsafe: a transaction's offsets may be visible before its records are.
 *
 * <p>If a step fails, all of them are taken again, until they succeed or the writer is stopped: a consumer has its
 * partitions once it has been told of them, whatever comes of that, and is not told of them again.
 */
final class WriterTakeOver implements ConsumerAwareRebalanceListener {
    private static final Logger log = LoggerFactory.getLogger(WriterTakeOver.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration RETRY = Duration.ofMillis(500);

    private final Admin admin;
    private final LogTail structure;
    private final LogTail outcomes;

    WriterTakeOver(Admin admin, LogTail structure, LogTail outcomes) {
        this.admin = admin;
        this.structure = structure;
        this.outcomes = outcomes;
    }

    @Override
    public void onPartitionsAssigned(Consumer<?, ?> consumer, Collection<TopicPartition> assigned) {
        if (assigned.isEmpty()) {
            return;
        }
        var partitions = assigned.stream().map(TopicPartition::partition).collect(Collectors.toSet());
        log.info("taking over partitions {}", partitions);
        while (!isTakenOver(consumer, assigned, partitions)) {
            pause();
        }
        log.info("took over partitions {}", partitions);
    }

    private boolean isTakenOver(Consumer<?, ?> consumer, Collection<TopicPartition> assigned, Set<Integer> partitions) {
        try {
            consumer.committed(Set.copyOf(assigned));
            catchUp(Topic.STRUCTURE, partitions, structure);
            // Outcomes lie where their command ids put them, so those of these servers may be in any partition.
            catchUp(
                    Topic.STRUCTURE_OUTCOMES,
                    IntStream.range(0, Topic.PARTITIONS).boxed().collect(Collectors.toSet()),
                    outcomes);
            return true;
        } catch (InterruptException | WakeupException e) {
            // The writer is being stopped.
            throw e;
        } catch (KafkaException e) {
            log.warn("partitions {} cannot be taken over yet, trying again: {}", partitions, e.toString());
            return false;
        }
    }

    private static void pause() {
        try {
            Thread.sleep(RETRY);
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    private void catchUp(Topic topic, Set<Integer> partitions, LogTail tail) {
        ends(topic, partitions).forEach((partition, end) -> {
            if (!tail.awaitPosition(partition, end, PATIENCE)) {
                throw new TimeoutException(topic.stream(partition) + " is not read up to " + end);
            }
        });
    }

    private Map<Integer, Long> ends(Topic topic, Set<Integer> partitions) {
        var latest = partitions.stream()
                .collect(Collectors.toMap(p -> new TopicPartition(topic.topicName(), p), p -> OffsetSpec.latest()));
        try {
            return admin
                    .listOffsets(latest, new ListOffsetsOptions(IsolationLevel.READ_UNCOMMITTED))
                    .all()
                    .get()
                    .entrySet()
                    .stream()
                    .collect(Collectors.toMap(
                            e -> e.getKey().partition(), e -> e.getValue().offset()));
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        } catch (ExecutionException e) {
            throw new KafkaException("cannot read the ends of " + topic, e.getCause());
        }
    }
}
