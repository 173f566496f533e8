package io.webchat.backup.log;

import io.webchat.backup.BackupException;
import io.webchat.backup.Progress;
import io.webchat.backup.archive.BackupReader;
import io.webchat.backup.archive.Manifest.SavedPartition;
import io.webchat.backup.archive.Manifest.SavedTopic;
import io.webchat.log.Topic;
import io.webchat.log.codec.UnreadableRecordException;
import java.io.IOException;
import java.util.Arrays;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Reads a saved log through and holds it against its manifest: every record can be read as the event that its headers
 * name, offsets rise within what was saved of their partition, and there are as many as were counted. Gaps between
 * offsets are no fault: ends of transactions, aborted ones and compaction leave them, in the log itself.
 */
public final class LogCheck {
    private final BackupReader backup;
    private final References references = new References();

    public LogCheck(BackupReader backup) {
        this.backup = backup;
    }

    /** Throws {@link BackupException} at the first thing that is wrong. */
    public void check(Progress progress) throws IOException {
        for (var topic : SavedTopics.RESTORED) {
            new TopicCheck(topic, backup.manifest().topic(topic.topicName())).check(progress);
        }
    }

    /** What the log refers to. */
    public References references() {
        return references;
    }

    private final class TopicCheck {
        private final Topic topic;
        private final SavedTopic saved;
        private final long[] records = new long[Topic.PARTITIONS];
        private final long[] next = new long[Topic.PARTITIONS];
        private long unreadable;

        TopicCheck(Topic topic, SavedTopic saved) {
            this.topic = topic;
            this.saved = saved;
        }

        void check(Progress progress) throws IOException {
            var file = SavedTopics.fileOf(topic);
            if (saved.partitions().size() != Topic.PARTITIONS) {
                throw new BackupException(file + ": has " + saved.partitions().size() + " partitions (expected: "
                        + Topic.PARTITIONS + ").");
            }
            for (var partition : saved.partitions()) {
                next[partition.partition()] = partition.from();
            }
            backup.<ConsumerRecord<byte[], byte[]>>read(file, from -> RecordFormat.read(topic, from), record -> {
                check(file, record);
                progress.report(() -> file + ": " + Arrays.stream(records).sum() + " records");
            });
            for (var partition : saved.partitions()) {
                requireAll(file, partition);
            }
            if (unreadable != saved.unreadable()) {
                throw new BackupException(file + ": " + unreadable + " records cannot be read as events (expected: "
                        + saved.unreadable() + ", as when it was saved).");
            }
        }

        private void check(String file, ConsumerRecord<byte[], byte[]> record) {
            var number = record.partition();
            var until = number < 0 || number >= Topic.PARTITIONS
                    ? 0
                    : saved.partitions().get(number).until();
            if (record.offset() >= until || record.offset() < next[number]) {
                throw new BackupException(file + ": partition " + number + " has offset " + record.offset()
                        + " in a place where it cannot be.");
            }
            next[number] = record.offset() + 1;
            records[number]++;
            if (record.value() != null) {
                try {
                    references.read(topic, record);
                } catch (UnreadableRecordException e) {
                    unreadable++;
                }
            }
        }

        private void requireAll(String file, SavedPartition partition) {
            var found = records[partition.partition()];
            if (found != partition.records()) {
                throw new BackupException(file + ": partition " + partition.partition() + " has " + found
                        + " records (expected: " + partition.records() + ").");
            }
        }
    }
}
