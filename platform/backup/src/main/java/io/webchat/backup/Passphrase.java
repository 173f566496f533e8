package io.webchat.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/**
 * What a backup is encrypted with: the first line of a file, or an environment variable. No option takes it, because
 * everybody on a machine reads the arguments of its processes.
 */
final class Passphrase {
    private static final String VARIABLE = "WEBCHAT_BACKUP_PASSPHRASE";
    private static final int SHORTEST = 12;

    @Option(names = "--passphrase-file", paramLabel = "FILE")
    private @Nullable Path file;

    /** Null if there is none. Throws {@link BackupException} if it is empty. */
    char @Nullable [] read() throws IOException {
        if (file == null) {
            var value = System.getenv(VARIABLE);
            return value == null || value.isEmpty() ? null : value.toCharArray();
        }
        var lines = Files.readAllLines(file);
        if (lines.isEmpty() || lines.getFirst().isBlank()) {
            throw new BackupException(file + ": has no passphrase in its first line.");
        }
        return lines.getFirst().toCharArray();
    }

    /** The same for a new backup: a short one is refused. */
    char @Nullable [] readNew() throws IOException {
        var passphrase = read();
        if (passphrase != null && passphrase.length < SHORTEST) {
            throw new BackupException(
                    "The passphrase has " + passphrase.length + " characters (expected: at least " + SHORTEST + ").");
        }
        return passphrase;
    }
}
