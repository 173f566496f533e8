package io.webchat.standalone.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs a benchmark against a stack. */
@Command(name = "bench")
final class BenchCommand implements Callable<Integer> {
    /** Large enough that a backlog of requests does not make it collect garbage all the time. */
    private static final ClientProgram COMMANDS =
            new ClientProgram("benchmarks", "io.webchat.benchmark.command.CommandBenchmark", "512m");

    @Spec
    private CommandLine.Model.CommandSpec command = CommandLine.Model.CommandSpec.create();

    @Parameters(paramLabel = "BENCHMARK")
    private String benchmark = "";

    @Mixin
    private StackSelection selection = new StackSelection();

    @Option(names = "--json")
    private boolean json;

    @Override
    public Integer call() throws IOException, InterruptedException {
        var program = program();
        var stack = RunningStack.find(selection).orElse(null);
        if (stack == null) {
            return Webchat.NOT_RUNNING;
        }
        var arguments = new ArrayList<>(List.of(
                "--url",
                stack.url(),
                "--kafka",
                stack.bootstrapServers(),
                "--service-options=" + String.join(" ", stack.javaOptions("command-1"))));
        if (json) {
            arguments.add("--json");
        }
        return program.run(arguments);
    }

    private ClientProgram program() {
        if (benchmark.equals("commands")) {
            return COMMANDS;
        }
        throw new CommandLine.ParameterException(
                command.commandLine(), "benchmark: " + benchmark + " (expected: commands)");
    }
}
