package io.webchat.support.watch;

import org.apache.kafka.common.TopicPartition;

/**
 * How far a consumer group is in one partition.
 *
 * @param committed the offset that the group would go on from
 * @param records how many offsets lie between that and the end; 0 if there is nothing among them that a consumer would
 *     be given (the markers of transactions are none)
 * @param seconds the age of the first record that the group has not committed; 0 if there is none, not a number if the
 *     brokers did not give the record in time
 */
record GroupLag(String group, TopicPartition partition, long committed, long records, double seconds) {}
