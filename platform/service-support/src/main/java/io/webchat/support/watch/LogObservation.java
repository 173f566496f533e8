package io.webchat.support.watch;

import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/**
 * One look at the log.
 *
 * @param ends the end of every partition of every topic whose name begins with {@code webchat.}
 * @param underReplicated partitions of any topic that have fewer replicas in sync than replicas
 * @param offline partitions of any topic that have no leader
 */
record LogObservation(
        int brokers, int underReplicated, int offline, Map<TopicPartition, Long> ends, List<GroupLag> lags) {}
