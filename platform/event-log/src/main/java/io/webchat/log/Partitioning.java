package io.webchat.log;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.apache.kafka.common.utils.Utils;

/**
 * Which partition an id belongs to: the one Kafka's default partitioner takes for a record whose key is the id's
 * canonical text, so that any client in any language can compute it. Keys on the wire hold more than this id, so
 * producers name the partition explicitly.
 */
public final class Partitioning {
    private Partitioning() {}

    public static int partitionOf(UUID id) {
        return partitionOf(id, Topic.PARTITIONS);
    }

    static int partitionOf(UUID id, int partitions) {
        return Utils.toPositive(Utils.murmur2(id.toString().getBytes(StandardCharsets.UTF_8))) % partitions;
    }
}
