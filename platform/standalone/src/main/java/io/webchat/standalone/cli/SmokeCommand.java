package io.webchat.standalone.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs the smoke client against a stack. */
@Command(name = "smoke")
final class SmokeCommand implements Callable<Integer> {
    private static final ClientProgram PROGRAM = new ClientProgram("client", "io.webchat.client.smoke.Smoke", "96m");

    @Mixin
    private StackSelection selection = new StackSelection();

    @Option(names = "--json")
    private boolean json;

    @Override
    public Integer call() throws IOException, InterruptedException {
        var stack = RunningStack.find(selection).orElse(null);
        if (stack == null) {
            return Webchat.NOT_RUNNING;
        }
        var arguments = new ArrayList<>(List.of("--url", stack.url()));
        if (json) {
            arguments.add("--json");
        }
        return PROGRAM.run(arguments);
    }
}
