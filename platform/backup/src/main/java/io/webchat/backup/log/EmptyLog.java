package io.webchat.backup.log;

import io.webchat.backup.BackupException;
import io.webchat.log.LogEpoch;
import io.webchat.log.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.ListGroupsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.GroupState;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicExistsException;

/**
 * The place that a log is restored into: topics that are not there yet, or to which nothing was ever written. Kafka
 * gives topics that it makes new ids, so the restored log has an epoch of its own, and every position in the old one is
 * refused (ADR 6).
 */
public final class EmptyLog {
    private static final Set<GroupState> WITHOUT_MEMBERS = Set.of(GroupState.EMPTY, GroupState.DEAD);

    private static final Duration UNTIL_KNOWN = Duration.ofSeconds(30);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(100);

    private final Admin admin;
    private final Set<String> groupPrefixes;

    /** @param database of the store: consumer groups of services that build views in it are named after it */
    public EmptyLog(Admin admin, String database) {
        this.admin = admin;
        this.groupPrefixes = Set.copyOf(List.of("webchat-", database + "-"));
    }

    /** Why it is no such place: a line for each thing that was found; none if it is. */
    public List<String> findings() {
        var result = new ArrayList<String>();
        written().forEach((topic, records) -> result.add("topic " + topic + ": " + records + " offsets are taken"));
        activeGroups().forEach(group -> result.add("consumer group " + group + " has members: services run"));
        return result;
    }

    private Map<String, Long> written() {
        var ours = Arrays.stream(Topic.values())
                .flatMap(topic -> Stream.of(topic.topicName(), topic.deadLetterTopicName()))
                .collect(Collectors.toSet());
        ours.retainAll(await(admin.listTopics().names()));
        var ends = new HashMap<TopicPartition, OffsetSpec>();
        await(admin.describeTopics(ours).allTopicNames())
                .forEach((name, topic) -> topic.partitions()
                        .forEach(one -> ends.put(new TopicPartition(name, one.partition()), OffsetSpec.latest())));
        var result = new TreeMap<String, Long>();
        await(admin.listOffsets(ends).all()).forEach((partition, end) -> {
            if (end.offset() > 0) {
                result.merge(partition.topic(), end.offset(), Long::sum);
            }
        });
        return result;
    }

    private List<String> activeGroups() {
        return await(admin.listGroups(ListGroupsOptions.forConsumerGroups()).all()).stream()
                .filter(group -> groupPrefixes.stream().anyMatch(group.groupId()::startsWith))
                .filter(group ->
                        group.groupState().filter(WITHOUT_MEMBERS::contains).isEmpty())
                .map(GroupListing::groupId)
                .sorted()
                .toList();
    }

    /** Makes the topics that are missing, as the services would. */
    public LogEpoch create(short replicationFactor) {
        var missing = Arrays.stream(Topic.values())
                .map(topic -> topic.definition(replicationFactor))
                .toList();
        admin.createTopics(missing).values().values().forEach(EmptyLog::awaitCreation);
        var epoch = epoch();
        awaitLeaders();
        return epoch;
    }

    /** A broker hears of a new topic a moment after its creation was acknowledged. */
    private LogEpoch epoch() {
        var deadline = System.nanoTime() + UNTIL_KNOWN.toNanos();
        while (true) {
            try {
                return LogEpoch.read(admin);
            } catch (KafkaException e) {
                if (System.nanoTime() > deadline) {
                    throw e;
                }
                LockSupport.parkNanos(LOOK_AGAIN.toNanos());
            }
        }
    }

    /**
     * Returns when every leader answers as one, which the client asks again until then: a producer that came before
     * would warn of it, in the middle of a restore that succeeds.
     */
    private void awaitLeaders() {
        var ends = new HashMap<TopicPartition, OffsetSpec>();
        for (var topic : Topic.values()) {
            for (var partition = 0; partition < Topic.PARTITIONS; partition++) {
                ends.put(new TopicPartition(topic.topicName(), partition), OffsetSpec.latest());
            }
        }
        await(admin.listOffsets(ends).all());
    }

    private static void awaitCreation(KafkaFuture<Void> creation) {
        try {
            creation.get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw refused(e);
            }
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static <T> T await(KafkaFuture<T> answer) {
        try {
            return answer.get();
        } catch (ExecutionException e) {
            throw refused(e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static BackupException refused(ExecutionException e) {
        return new BackupException(
                "Kafka: " + Objects.requireNonNullElse(e.getCause(), e).getMessage(), e);
    }

    private static BackupException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new BackupException("Interrupted while Kafka was asked.", e);
    }
}
