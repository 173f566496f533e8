package io.webchat.support.watch;

import io.webchat.support.log.KafkaFutures;
import io.webchat.support.log.LogPeek;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.ListGroupsOptions;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.TopicPartitionInfo;

/**
 * Looks at the log and at every consumer group from outside, with the brokers' knowledge alone: a consumer that is dead
 * is measured like one that lives. For one thread.
 */
final class LogObserver {
    private static final String PREFIX = "webchat.";
    private static final Duration PEEK = Duration.ofSeconds(2);

    /** In place of a time stamp. */
    private static final long NOTHING = -1;

    private final Admin admin;
    private final LogPeek peek;
    private final Clock clock;

    LogObserver(Admin admin, LogPeek peek, Clock clock) {
        this.admin = admin;
        this.peek = peek;
        this.clock = clock;
    }

    /** Throws {@link KafkaException} if the brokers do not answer. */
    LogObservation look() {
        var brokers = KafkaFutures.await(admin.describeCluster().nodes()).size();
        var topics = KafkaFutures.await(
                admin.describeTopics(KafkaFutures.await(admin.listTopics().names()))
                        .allTopicNames());
        var partitions = topics.values().stream()
                .flatMap(topic -> topic.partitions().stream())
                .toList();
        var underReplicated = (int) partitions.stream()
                .filter(p -> p.isr().size() < p.replicas().size())
                .count();
        var offline = (int) partitions.stream().filter(p -> !isOnline(p)).count();
        var ends = ends(topics.values());
        return new LogObservation(brokers, underReplicated, offline, ends, lags(ends));
    }

    private static boolean isOnline(TopicPartitionInfo partition) {
        var leader = partition.leader();
        return leader != null && !leader.isEmpty();
    }

    private Map<TopicPartition, Long> ends(Collection<TopicDescription> topics) {
        var latest = new HashMap<TopicPartition, OffsetSpec>();
        for (var topic : topics) {
            if (topic.name().startsWith(PREFIX)) {
                topic.partitions().stream()
                        .filter(LogObserver::isOnline)
                        .forEach(p -> latest.put(new TopicPartition(topic.name(), p.partition()), OffsetSpec.latest()));
            }
        }
        var committedOnly = new ListOffsetsOptions(IsolationLevel.READ_COMMITTED);
        return KafkaFutures.await(admin.listOffsets(latest, committedOnly).all()).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, end -> end.getValue().offset()));
    }

    private List<GroupLag> lags(Map<TopicPartition, Long> ends) {
        var groups = KafkaFutures.await(
                        admin.listGroups(ListGroupsOptions.forConsumerGroups()).all())
                .stream()
                .map(GroupListing::groupId)
                .collect(Collectors.toMap(group -> group, group -> new ListConsumerGroupOffsetsSpec()));
        var result = new ArrayList<GroupLag>();
        KafkaFutures.await(admin.listConsumerGroupOffsets(groups).all()).forEach((group, offsets) -> {
            var committed = committed(offsets, ends);
            var since = peek.firstTimestamps(committed, ends, PEEK);
            committed.forEach((partition, offset) ->
                    result.add(lag(group, partition, offset, ends, since.getOrDefault(partition, NOTHING))));
        });
        return result;
    }

    /** Partitions that the group has never committed are not there, or null. */
    private static Map<TopicPartition, Long> committed(
            Map<TopicPartition, OffsetAndMetadata> offsets, Map<TopicPartition, Long> ends) {
        var result = new HashMap<TopicPartition, Long>();
        offsets.forEach((partition, offset) -> {
            if (offset != null && ends.containsKey(partition)) {
                result.put(partition, offset.offset());
            }
        });
        return result;
    }

    private GroupLag lag(
            String group, TopicPartition partition, long offset, Map<TopicPartition, Long> ends, long firstTimestamp) {
        if (firstTimestamp == NOTHING) {
            return new GroupLag(group, partition, offset, 0, 0);
        }
        var records = ends.getOrDefault(partition, offset) - offset;
        var seconds =
                firstTimestamp == LogPeek.UNKNOWN ? Double.NaN : Math.max(0, clock.millis() - firstTimestamp) / 1_000.0;
        return new GroupLag(group, partition, offset, records, seconds);
    }
}
