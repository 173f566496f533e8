package io.webchat.standalone.cli;

import io.webchat.standalone.supervisor.Console;
import io.webchat.standalone.supervisor.Instances;
import io.webchat.standalone.supervisor.Programs;
import io.webchat.standalone.supervisor.StackFile;
import io.webchat.standalone.supervisor.StackOptions;
import io.webchat.standalone.supervisor.Supervisor;
import java.io.IOException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(name = "up")
final class UpCommand implements Callable<Integer> {
    @Spec
    private CommandLine.Model.CommandSpec command = CommandLine.Model.CommandSpec.create();

    @Mixin
    private StackSelection stack = new StackSelection();

    @Option(names = {"-d", "--detach"})
    private boolean detach;

    @Option(names = "--instances")
    private @Nullable String instances;

    @Override
    public Integer call() throws IOException, InterruptedException {
        var options = new StackOptions(stack.data(), stack.ports(), instances());
        var running = new StackFile(stack.directory()).readRunning();
        if (running.isPresent()) {
            var there = new AlreadyRunning(stack.data(), running.get());
            var ignored = there.ignored(stack.givenOffset(), options.instances());
            System.out.println(there.line(ignored));
            return detach && ignored.isEmpty() && running.get().healthy() ? 0 : Webchat.FAILED;
        }
        return detach
                ? new Detached(stack.directory())
                        .start(instances, options.ports().offset())
                : runHere(options);
    }

    private static int runHere(StackOptions options) throws InterruptedException {
        var supervisor = Supervisor.prepare(options, Programs.ofLauncher(), new Console(System.out));
        // Ctrl-C, a closed terminal and `down` all end the JVM by a signal; it waits for this to return.
        var stop = new Thread(supervisor::stop, "stop-stack");
        Runtime.getRuntime().addShutdownHook(stop);
        return supervisor.run() ? 0 : Webchat.FAILED;
    }

    private Instances instances() {
        try {
            return instances == null ? Instances.ONE_EACH : Instances.parse(instances);
        } catch (IllegalArgumentException e) {
            throw new CommandLine.ParameterException(command.commandLine(), e.getMessage(), e);
        }
    }
}
