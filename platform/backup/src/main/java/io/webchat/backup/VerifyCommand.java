package io.webchat.backup;

import io.webchat.backup.archive.BackupDirectories;
import io.webchat.backup.archive.BackupReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Checks a backup without restoring it. */
@Command(name = "verify")
final class VerifyCommand implements Callable<Integer> {
    @Parameters(paramLabel = "DIR")
    private Path directory = Path.of("");

    @Mixin
    private Passphrase passphrase = new Passphrase();

    @Override
    public Integer call() throws IOException {
        var progress = new Progress(System.out);
        var backup = BackupReader.open(BackupDirectories.find(directory), passphrase.read());
        new Verification(backup, progress).verify();
        progress.say("verify-backup: whole");
        return 0;
    }
}
