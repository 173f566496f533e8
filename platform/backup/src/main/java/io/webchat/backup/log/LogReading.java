package io.webchat.backup.log;

import io.webchat.backup.BackupException;
import io.webchat.backup.Progress;
import io.webchat.backup.archive.FileOutput;
import io.webchat.backup.archive.Manifest.SavedPartition;
import io.webchat.backup.archive.Manifest.SavedTopic;
import io.webchat.log.Topic;
import io.webchat.log.codec.UnreadableRecordException;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;

/**
 * Copies one topic, from its beginning to one cut after the other. Only what is committed is read: records of
 * transactions that are open at a cut are after it.
 */
final class LogReading {
    private static final Duration POLL = Duration.ofMillis(200);

    /** After which a broker that answers nothing is given up. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Topic topic;
    private final Consumer<byte[], byte[]> consumer;
    private final FileOutput output;
    private final References references;
    private final List<TopicPartition> partitions;
    private final long[] from;
    private final long[] records = new long[Topic.PARTITIONS];
    private long[] copied;
    private long[] cut;
    private long unreadable;

    LogReading(Topic topic, Consumer<byte[], byte[]> consumer, FileOutput output, References references) {
        this.topic = topic;
        this.consumer = consumer;
        this.output = output;
        this.references = references;
        this.partitions = partitionsOf(topic, consumer);
        consumer.assign(partitions);
        this.from = byPartition(consumer.beginningOffsets(partitions));
        this.copied = from;
        this.cut = from;
    }

    private static List<TopicPartition> partitionsOf(Topic topic, Consumer<?, ?> consumer) {
        var found = consumer.partitionsFor(topic.topicName()).size();
        if (found != Topic.PARTITIONS) {
            throw new BackupException("The topic " + topic.topicName() + " has " + found + " partitions (expected: "
                    + Topic.PARTITIONS + ").");
        }
        return IntStream.range(0, found)
                .mapToObj(partition -> new TopicPartition(topic.topicName(), partition))
                .toList();
    }

    private static long[] byPartition(Map<TopicPartition, Long> offsets) {
        var result = new long[Topic.PARTITIONS];
        offsets.forEach((partition, offset) -> result[partition.partition()] = offset);
        return result;
    }

    /** Cuts the topic where it ends now, as far as it is committed. */
    void cut() {
        consumer.assign(partitions);
        cut = byPartition(consumer.endOffsets(partitions));
    }

    /** Copies what lies between the cut before, or the beginning, and the last one. */
    void copyToCut(Progress progress) throws IOException {
        consumer.assign(partitions);
        partitions.forEach(partition -> consumer.seek(partition, copied[partition.partition()]));
        var lastRead = System.nanoTime();
        while (isBehind()) {
            var batch = consumer.poll(POLL);
            for (var record : batch) {
                if (record.offset() < cut[record.partition()]) {
                    copy(record);
                }
            }
            if (!batch.isEmpty()) {
                lastRead = System.nanoTime();
                progress.report(
                        () -> topic.topicName() + ": " + Arrays.stream(records).sum() + " records");
            } else if (System.nanoTime() - lastRead > PATIENCE.toNanos()) {
                throw new TimeoutException("nothing more of " + topic.topicName() + " after " + PATIENCE);
            }
        }
        copied = cut;
    }

    /** The position is behind a cut until the end of the transaction before it has been read as well. */
    private boolean isBehind() {
        return partitions.stream().anyMatch(partition -> consumer.position(partition) < cut[partition.partition()]);
    }

    private void copy(ConsumerRecord<byte[], byte[]> record) throws IOException {
        output.add(to -> RecordFormat.write(record, to));
        records[record.partition()]++;
        // A tombstone: what it erased is gone, and stays gone.
        if (record.value() != null) {
            try {
                references.read(topic, record);
            } catch (UnreadableRecordException e) {
                unreadable++;
            }
        }
    }

    /** Ends the file; returns what was copied. */
    SavedTopic finish() throws IOException {
        output.finish(RecordFormat::writeEnd);
        var all = new ArrayList<SavedPartition>();
        for (var number = 0; number < Topic.PARTITIONS; number++) {
            all.add(new SavedPartition(number, from[number], copied[number], records[number]));
        }
        return new SavedTopic(topic.topicName(), all, unreadable);
    }
}
