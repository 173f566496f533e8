package io.webchat.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.UUID;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.junit.jupiter.api.Test;

class PartitioningTest {
    @Test
    void anIdIsWhereKafkasDefaultPartitionerWouldPutIt() {
        var random = new Random(42);
        for (var i = 0; i < 1_000; i++) {
            var id = new UUID(random.nextLong(), random.nextLong());
            assertThat(Partitioning.partitionOf(id))
                    .isEqualTo(BuiltInPartitioner.partitionForKey(
                            id.toString().getBytes(StandardCharsets.UTF_8), Topic.PARTITIONS));
        }
    }

    /** Ordering depends on it: these never change. */
    @Test
    void theApprovedPartitionsStay() {
        assertThat(Partitioning.partitionOf(UUID.fromString("0197b3a0-0000-7000-8000-000000000001")))
                .isEqualTo(0);
        assertThat(Partitioning.partitionOf(UUID.fromString("0197b3a0-0000-7000-8000-000000000002")))
                .isEqualTo(9);
    }
}
