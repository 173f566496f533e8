package io.webchat.standalone.cli;

import io.webchat.standalone.supervisor.EnginesAlone;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Restores a backup into a data directory, whose engines are started for it alone, or where the environment says. */
@Command(name = "restore")
final class RestoreCommand implements Callable<Integer> {
    @Parameters(paramLabel = "DIR")
    private Path directory = Path.of("");

    @Mixin
    private StackSelection selection = new StackSelection();

    @Mixin
    private PassphraseFile passphrase = new PassphraseFile();

    @Override
    public Integer call() throws IOException, InterruptedException {
        var arguments = new ArrayList<>(List.of("restore", directory.toString()));
        arguments.addAll(passphrase.arguments());
        try (var engines = EnginesAlone.start(selection.directory(), selection.ports(), System.getenv())) {
            engines.kafka().ifPresent(own -> arguments.addAll(List.of("--kafka", own, "--replication-factor", "1")));
            engines.mongo().ifPresent(own -> arguments.addAll(List.of("--mongo", own)));
            return BackupProgram.run(arguments, engines.kafka().isPresent());
        }
    }
}
