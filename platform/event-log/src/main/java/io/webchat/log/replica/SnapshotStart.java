package io.webchat.log.replica;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.webchat.log.replica.StructureSnapshot.LastRecord;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts where a snapshot ends, if the log still has that place: the offsets exist, and the last record of each
 * partition is the one that the snapshot saw. A log that lost its end in a crash may have other records there by now.
 * Otherwise it starts at the beginning.
 */
final class SnapshotStart implements LogTail.Start {
    private static final Logger log = LoggerFactory.getLogger(SnapshotStart.class);
    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final Supplier<Optional<StructureSnapshot>> saved;
    private final java.util.function.Consumer<StructureSnapshot> restore;

    SnapshotStart(Supplier<Optional<StructureSnapshot>> saved, java.util.function.Consumer<StructureSnapshot> restore) {
        this.saved = saved;
        this.restore = restore;
    }

    @Override
    public Map<TopicPartition, Long> offsets(Consumer<byte[], byte[]> consumer, List<TopicPartition> partitions) {
        var snapshot = saved.get();
        if (snapshot.isEmpty()) {
            return BEGINNING.offsets(consumer, partitions);
        }
        if (!isInRange(snapshot.get(), consumer, partitions) || !hasLastRecords(snapshot.get(), consumer, partitions)) {
            log.warn("the log does not fit the snapshot of structure: it is not used");
            return BEGINNING.offsets(consumer, partitions);
        }
        restore.accept(snapshot.get());
        return partitions.stream()
                .collect(Collectors.toMap(
                        p -> p,
                        p -> snapshot.get().positions().get(p.partition()).next()));
    }

    static String keyOf(ConsumerRecord<byte[], byte[]> record) {
        return record.key() == null ? "" : new String(record.key(), UTF_8);
    }

    private static boolean isInRange(
            StructureSnapshot snapshot, Consumer<byte[], byte[]> consumer, List<TopicPartition> partitions) {
        var beginnings = consumer.beginningOffsets(partitions);
        var ends = consumer.endOffsets(partitions);
        return partitions.stream().allMatch(p -> {
            var next = snapshot.positions().get(p.partition()).next();
            return beginnings.getOrDefault(p, Long.MAX_VALUE) <= next && next <= ends.getOrDefault(p, -1L);
        });
    }

    private static boolean hasLastRecords(
            StructureSnapshot snapshot, Consumer<byte[], byte[]> consumer, List<TopicPartition> partitions) {
        var unseen = new HashMap<TopicPartition, LastRecord>();
        for (var partition : partitions) {
            var last = snapshot.positions().get(partition.partition()).last();
            if (last == null) {
                consumer.seek(partition, 0);
                consumer.pause(List.of(partition));
            } else {
                consumer.seek(partition, last.offset());
                unseen.put(partition, last);
            }
        }
        try {
            return seesAll(unseen, consumer);
        } finally {
            consumer.resume(partitions);
        }
    }

    private static boolean seesAll(Map<TopicPartition, LastRecord> unseen, Consumer<byte[], byte[]> consumer) {
        var deadline = System.nanoTime() + TIMEOUT.toNanos();
        while (!unseen.isEmpty()) {
            if (System.nanoTime() - deadline > 0) {
                throw new TimeoutException("the ends of the log could not be read");
            }
            for (var record : consumer.poll(POLL)) {
                var partition = new TopicPartition(record.topic(), record.partition());
                var expected = unseen.remove(partition);
                if (expected != null && !expected.equals(new LastRecord(record.offset(), keyOf(record)))) {
                    return false;
                }
                consumer.pause(List.of(partition));
            }
            // Compaction or a marker is where the record was.
            if (unseen.entrySet().stream()
                    .anyMatch(e -> consumer.position(e.getKey()) > e.getValue().offset())) {
                return false;
            }
        }
        return true;
    }
}
