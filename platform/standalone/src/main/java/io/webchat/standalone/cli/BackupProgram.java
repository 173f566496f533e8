package io.webchat.standalone.cli;

import java.io.IOException;
import java.util.List;

/** The program that makes, checks and restores backups. */
final class BackupProgram {
    /** Ids of all files and of who carries them, some 600 bytes per file, and 8 bytes per event of the structure. */
    private static final ClientProgram PROGRAM = new ClientProgram("backup", "io.webchat.backup.Backup", "512m");

    private BackupProgram() {}

    static int run(List<String> arguments, boolean embeddedKafka) throws IOException, InterruptedException {
        return PROGRAM.run(arguments, embeddedKafka);
    }
}
