package io.webchat.backup;

import com.mongodb.MongoException;
import com.mongodb.client.MongoDatabase;
import io.webchat.backup.archive.BackupWriter;
import io.webchat.backup.archive.Manifest;
import io.webchat.backup.log.KafkaClients;
import io.webchat.backup.log.LogCopy;
import io.webchat.backup.store.BackupNote;
import io.webchat.backup.store.StoreCopy;
import io.webchat.log.LogEpoch;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes a backup that fits together, of a platform that goes on.
 *
 * <p>Each round cuts the log, copies it up to the cut, and then copies the files that are new. A file is uploaded
 * before its message is appended, so whatever the log carries at the cut was in the store by then. It may have been
 * removed until it was to be copied, but only after the deletion of its message, channel or server was in the log: so
 * the next round's cut has that deletion, and the log does not carry the file any more. Rounds end when nothing is
 * missing. What is missing twice in spite of that had been lost by the store before, and is named in the manifest.
 *
 * <p>Accounts are copied after the last cut: each was stored before anything that its owner did was appended.
 */
final class Saving {
    private final Endpoints endpoints;
    private final Progress progress;

    Saving(Endpoints endpoints, Progress progress) {
        this.endpoints = endpoints;
        this.progress = progress;
    }

    /**
     * Saves everything.
     *
     * @param passphrase null for no encryption
     * @return the directory of the backup
     */
    Path save(Path parent, char @Nullable [] passphrase) throws IOException {
        var now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        var kafka = endpoints.kafka();
        var epoch = epoch(kafka);
        try (var mongo = endpoints.mongo();
                var backup = BackupWriter.begin(parent, now, passphrase);
                var log = new LogCopy(kafka, backup)) {
            var database = mongo.getDatabase(endpoints.database());
            var store = new StoreCopy(database, backup);
            var lost = copy(log, store);
            store.finish();
            var topics = log.finish();
            requireSame(epoch, epoch(kafka));
            topics.forEach(this::say);
            if (!lost.isEmpty()) {
                progress.say("  " + lost.size() + " files that are referred to had been lost: see the manifest");
            }
            var names = lost.stream().sorted().toList();
            var made = backup.complete(Backup.version(), epoch.value(), topics, names);
            note(database, now);
            return made;
        }
    }

    /** The backup is there, whether or not this can be written. */
    private void note(MongoDatabase database, Instant begunAt) {
        try {
            BackupNote.write(database, begunAt);
        } catch (MongoException e) {
            progress.say(
                    "  the store could not be told of this backup, alerts may say there is none: " + e.getMessage());
        }
    }

    /** Returns what had been lost. */
    private Set<String> copy(LogCopy log, StoreCopy store) throws IOException {
        Set<String> missingBefore = Set.of();
        while (true) {
            log.copyToNow(progress);
            store.copyNew(progress);
            var missing = store.missing(log.references().files());
            if (missingBefore.containsAll(missing)) {
                return missing;
            }
            missingBefore = missing;
        }
    }

    private void say(Manifest.SavedTopic topic) {
        progress.say("  %s: %,d records".formatted(topic.topic(), topic.records())
                + (topic.unreadable() == 0 ? "" : ", of which %,d cannot be read".formatted(topic.unreadable())));
    }

    private static LogEpoch epoch(KafkaClients kafka) {
        try (var admin = kafka.admin()) {
            return LogEpoch.read(admin);
        }
    }

    private static void requireSame(LogEpoch before, LogEpoch after) {
        if (!before.equals(after)) {
            throw new BackupException("The log was made anew while it was saved.");
        }
    }
}
