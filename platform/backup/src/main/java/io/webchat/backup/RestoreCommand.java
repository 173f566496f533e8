package io.webchat.backup;

import io.webchat.backup.archive.BackupDirectories;
import io.webchat.backup.archive.BackupReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Puts a backup into an empty platform whose services are stopped. */
@Command(name = "restore")
final class RestoreCommand implements Callable<Integer> {
    @Parameters(paramLabel = "DIR")
    private Path directory = Path.of("");

    @Mixin
    private Endpoints endpoints = new Endpoints();

    @Mixin
    private Passphrase passphrase = new Passphrase();

    /** Of topics that are made: as for the services. */
    @Option(names = "--replication-factor", paramLabel = "N", defaultValue = "${env:WEBCHAT_REPLICATION_FACTOR:-3}")
    private short replicationFactor = 3;

    @Override
    public Integer call() throws IOException {
        var progress = new Progress(System.out);
        var backup = BackupReader.open(BackupDirectories.find(directory), passphrase.read());
        new Restoring(endpoints, replicationFactor, progress).restore(backup);
        return 0;
    }
}
