package io.webchat.backup;

import io.webchat.backup.archive.BackupReader;
import io.webchat.backup.log.EmptyLog;
import io.webchat.backup.log.LogRestore;
import io.webchat.backup.store.EmptyStore;
import io.webchat.backup.store.StoreRestore;
import java.io.IOException;
import java.util.ArrayList;

/**
 * Restores a backup: verifies it, makes sure that there is nothing where it goes, writes the log, then the store.
 * Nothing is written before all of the backup was found whole.
 *
 * <p>A restoring that breaks off leaves a platform that nobody can log in to, because accounts come last. It is
 * emptied, and restored from the beginning.
 */
final class Restoring {
    private final Endpoints endpoints;
    private final short replicationFactor;
    private final Progress progress;

    Restoring(Endpoints endpoints, short replicationFactor, Progress progress) {
        this.endpoints = endpoints;
        this.replicationFactor = replicationFactor;
        this.progress = progress;
    }

    void restore(BackupReader backup) throws IOException {
        new Verification(backup, progress).verify();
        var kafka = endpoints.kafka();
        try (var admin = kafka.admin();
                var mongo = endpoints.mongo()) {
            var store = mongo.getDatabase(endpoints.database());
            var log = new EmptyLog(admin, endpoints.database());
            var findings = new ArrayList<>(log.findings());
            findings.addAll(EmptyStore.findings(store));
            if (!findings.isEmpty()) {
                throw new BackupException(
                        "A backup is restored into an empty platform only, and nothing was changed. Found:"
                                + findings.stream().map(line -> "\n  " + line).reduce("", String::concat));
            }
            var epoch = log.create(replicationFactor);
            if (epoch.value().equals(backup.manifest().epoch())) {
                throw new BackupException(
                        "The topics are still those that were saved: delete them, so that clients notice.");
            }
            progress.say("restoring:");
            var logRestore = new LogRestore(backup, kafka);
            var records = logRestore.restore(progress);
            var references = logRestore.references();
            var restored =
                    new StoreRestore(backup, store, references.carried(), references.profiles()).restore(progress);
            progress.say("restore: %,d records, %,d accounts, %,d files, %,d icons and pictures"
                    .formatted(records, restored.accounts(), restored.attachments(), restored.pictures()));
            progress.say("  Views are built when the services start. Everybody logs in anew, and clients fetch anew.");
        }
    }
}
