package io.webchat.backup;

import io.webchat.backup.archive.BackupDirectories;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Saves a platform while it runs. */
@Command(name = "create")
final class CreateCommand implements Callable<Integer> {
    @Spec
    private CommandLine.Model.CommandSpec command = CommandLine.Model.CommandSpec.create();

    @Mixin
    private Endpoints endpoints = new Endpoints();

    @Mixin
    private Passphrase passphrase = new Passphrase();

    @Option(names = "--to", required = true, paramLabel = "DIR")
    private Path to = Path.of("");

    @Option(names = "--retain", paramLabel = "N")
    private @Nullable Integer retain;

    @Override
    public Integer call() throws IOException {
        if (retain != null && retain < 1) {
            throw new CommandLine.ParameterException(
                    command.commandLine(), "--retain: " + retain + " (expected: at least 1)");
        }
        var progress = new Progress(System.out);
        var secret = passphrase.readNew();
        var made = new Saving(endpoints, progress).save(to, secret);
        progress.say("backup: " + made + (secret == null ? ", not encrypted" : ", encrypted"));
        if (retain != null) {
            for (var old : BackupDirectories.retain(to, retain, Instant.now())) {
                progress.say("removed: " + old);
            }
        }
        return 0;
    }
}
