package io.webchat.backup.archive;

import io.webchat.backup.BackupException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is in a backup. It is never encrypted, and says nothing that people have said; a changed one is noticed, because
 * {@code manifest.seal} is its digest.
 *
 * @param format of all files of the backup
 * @param name of its directory; a part of what each file is encrypted with, so that none fits into another backup
 * @param version of WebChat that made it
 * @param epoch of the log that it was taken from
 * @param encryption absent if it is not encrypted
 * @param lost ids of files that the log refers to and that the store did not have: they had been lost before
 */
public record Manifest(
        int format,
        String name,
        Instant createdAt,
        String version,
        String epoch,
        @Nullable Encryption encryption,
        List<SavedTopic> topics,
        List<SavedFile> files,
        List<String> lost) {
    /** The one that this program writes and reads. */
    public static final int FORMAT = 1;

    /**
     * How the key follows from the passphrase.
     *
     * @param salt in Base64
     * @param check in Base64: what tells a wrong passphrase from a damaged file
     */
    public record Encryption(
            String cipher,
            String keyDerivation,
            int memoryKib,
            int iterations,
            int parallelism,
            String salt,
            String check) {}

    /**
     * One topic.
     *
     * @param unreadable records that this version could not read when they were saved, dead letters of every view: they
     *     are kept as they are
     */
    public record SavedTopic(String topic, List<SavedPartition> partitions, long unreadable) {
        public long records() {
            return partitions.stream().mapToLong(SavedPartition::records).sum();
        }
    }

    /**
     * One partition: the records with offsets from {@code from} to before {@code until} that were there. They may be
     * fewer than there are offsets, because compaction and the ends of transactions leave gaps.
     */
    public record SavedPartition(int partition, long from, long until, long records) {}

    /**
     * One file of the backup.
     *
     * @param sha256 of the file as it lies there, in hexadecimal digits
     * @param entries how many records or documents are in it
     */
    public record SavedFile(String name, long bytes, String sha256, long entries) {}

    /** The file with that name, which must be there. */
    public SavedFile file(String fileName) {
        return files.stream()
                .filter(file -> file.name().equals(fileName))
                .findFirst()
                .orElseThrow(() -> new BackupException("The manifest has no file " + fileName + "."));
    }

    /** The topic with that name, which must be there. */
    public SavedTopic topic(String topicName) {
        return topics.stream()
                .filter(topic -> topic.topic().equals(topicName))
                .findFirst()
                .orElseThrow(() -> new BackupException("The manifest has no topic " + topicName + "."));
    }

    public long bytes() {
        return files.stream().mapToLong(SavedFile::bytes).sum();
    }
}
