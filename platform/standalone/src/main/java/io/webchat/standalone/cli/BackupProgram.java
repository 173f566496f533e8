package io.webchat.standalone.cli;

import java.io.IOException;
import java.util.List;

/** The program that makes, checks and restores backups. */
final class BackupProgram {
    /** Which files the log refers to, and 8 bytes per event of the structure, are in memory. */
    private static final ClientProgram PROGRAM = new ClientProgram("backup", "io.webchat.backup.Backup", "512m");

    private BackupProgram() {}

    static int run(List<String> arguments, boolean embeddedKafka) throws IOException, InterruptedException {
        return PROGRAM.run(arguments, embeddedKafka);
    }
}
