package io.webchat.backup;

import io.webchat.backup.archive.BackupReader;
import io.webchat.backup.log.LogCheck;
import io.webchat.backup.store.StoreCheck;
import java.io.IOException;

/**
 * Whether a backup is whole: every file byte for byte, every record an event, and everything there that the log refers
 * to.
 */
final class Verification {
    private final BackupReader backup;
    private final Progress progress;

    Verification(BackupReader backup, Progress progress) {
        this.backup = backup;
        this.progress = progress;
    }

    /** Throws {@link BackupException} at the first thing that is wrong. */
    void verify() throws IOException {
        var manifest = backup.manifest();
        progress.say("%s: of %s, WebChat %s, %,d bytes, %s"
                .formatted(
                        manifest.name(),
                        manifest.createdAt(),
                        manifest.version(),
                        manifest.bytes(),
                        manifest.encryption() == null ? "not encrypted" : "encrypted"));
        for (var file : manifest.files()) {
            backup.check(file);
        }
        var log = new LogCheck(backup);
        log.check(progress);
        new StoreCheck(backup).check(log.references().users(), log.references().files());
        for (var file : manifest.files()) {
            progress.say("  %s: %,d entries".formatted(file.name(), file.entries()));
        }
        if (!manifest.lost().isEmpty()) {
            progress.say("  %,d files that are referred to had been lost before it was made"
                    .formatted(manifest.lost().size()));
        }
    }
}
