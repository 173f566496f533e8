package io.webchat.log;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;

/** The topics of the log. Names and partition counts are public and never change: ordering depends on them. */
public enum Topic {
    MESSAGES("webchat.messages", "messages", Cleanup.COMPACT),
    STRUCTURE("webchat.structure", "structure", Cleanup.COMPACT),
    STRUCTURE_COMMANDS("webchat.structure.commands", "structure.commands", Cleanup.days(7)),
    STRUCTURE_OUTCOMES("webchat.structure.outcomes", "structure.outcomes", Cleanup.days(1)),
    USERS("webchat.users", "users", Cleanup.COMPACT),
    READS("webchat.reads", "reads", Cleanup.COMPACT);

    public static final int PARTITIONS = 12;

    private final String topicName;
    private final String streamPrefix;
    private final Cleanup cleanup;

    Topic(String topicName, String streamPrefix, Cleanup cleanup) {
        this.topicName = topicName;
        this.streamPrefix = streamPrefix;
        this.cleanup = cleanup;
    }

    /** The topic as Kafka knows it. */
    public String topicName() {
        return topicName;
    }

    /** Where projections put the records of this topic that they cannot apply, with the cause. */
    public String deadLetterTopicName() {
        return topicName + ".dlt";
    }

    /** What to create the dead letter topic from: kept for 30 days, partitioned as the source. */
    public NewTopic deadLetterDefinition(short replicationFactor) {
        return new NewTopic(deadLetterTopicName(), PARTITIONS, replicationFactor).configs(Cleanup.days(30).configs);
    }

    /** One partition as clients know it, such as {@code messages/3}. */
    public String stream(int partition) {
        return streamPrefix + "/" + partition;
    }

    /**
     * What to create the topic from, for the topic to be created by whichever service starts first.
     *
     * @param replicationFactor 3 in production, with two in-sync replicas required; 1 on a single broker
     */
    public NewTopic definition(short replicationFactor) {
        var minInSync = Math.max(1, replicationFactor - 1);
        var configs = new HashMap<>(cleanup.configs);
        configs.put(TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG, Integer.toString(minInSync));
        return new NewTopic(topicName, PARTITIONS, replicationFactor).configs(configs);
    }

    private record Cleanup(Map<String, String> configs) {
        /**
         * Compaction alone. A record stays for an hour whatever follows it, so that a reader who lags a little misses
         * nothing; the longest lag bounds when the bytes of an erased record are gone.
         */
        static final Cleanup COMPACT = new Cleanup(Map.of(
                TopicConfig.CLEANUP_POLICY_CONFIG,
                TopicConfig.CLEANUP_POLICY_COMPACT,
                TopicConfig.RETENTION_MS_CONFIG,
                "-1",
                TopicConfig.MIN_COMPACTION_LAG_MS_CONFIG,
                Long.toString(Duration.ofHours(1).toMillis()),
                TopicConfig.MAX_COMPACTION_LAG_MS_CONFIG,
                Long.toString(Duration.ofDays(7).toMillis())));

        static Cleanup days(int days) {
            return new Cleanup(Map.of(
                    TopicConfig.CLEANUP_POLICY_CONFIG,
                    TopicConfig.CLEANUP_POLICY_DELETE,
                    TopicConfig.RETENTION_MS_CONFIG,
                    Long.toString(Duration.ofDays(days).toMillis())));
        }
    }
}
