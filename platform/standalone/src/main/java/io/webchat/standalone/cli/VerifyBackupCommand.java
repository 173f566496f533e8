package io.webchat.standalone.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Checks a backup; no stack is needed. */
@Command(name = "verify-backup")
final class VerifyBackupCommand implements Callable<Integer> {
    @Parameters(paramLabel = "DIR")
    private Path directory = Path.of("");

    @Mixin
    private PassphraseFile passphrase = new PassphraseFile();

    @Override
    public Integer call() throws IOException, InterruptedException {
        var arguments = new ArrayList<>(List.of("verify", directory.toString()));
        arguments.addAll(passphrase.arguments());
        return BackupProgram.run(arguments, false);
    }
}
