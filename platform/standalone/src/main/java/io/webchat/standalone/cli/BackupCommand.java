package io.webchat.standalone.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Saves a stack that runs, or a platform that the environment names. */
@Command(name = "backup")
final class BackupCommand implements Callable<Integer> {
    @Mixin
    private StackSelection selection = new StackSelection();

    @Mixin
    private PassphraseFile passphrase = new PassphraseFile();

    @Option(names = "--to", required = true, paramLabel = "DIR")
    private Path to = Path.of("");

    @Option(names = "--retain", paramLabel = "N")
    private @Nullable Integer retain;

    @Override
    public Integer call() throws IOException, InterruptedException {
        var arguments = new ArrayList<>(List.of("create", "--to", to.toString()));
        if (retain != null) {
            arguments.addAll(List.of("--retain", retain.toString()));
        }
        arguments.addAll(passphrase.arguments());
        if (!RunningStack.isElsewhere(selection)) {
            var stack = RunningStack.find(selection).orElse(null);
            if (stack == null) {
                return Webchat.NOT_RUNNING;
            }
            arguments.addAll(List.of("--kafka", stack.bootstrapServers()));
            arguments.addAll(stack.store());
            return BackupProgram.run(arguments, stack.hasEmbeddedKafka());
        }
        return BackupProgram.run(arguments, false);
    }
}
