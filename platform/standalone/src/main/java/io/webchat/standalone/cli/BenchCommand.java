package io.webchat.standalone.cli;

import io.webchat.standalone.supervisor.ServiceKind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
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

    /** Thousands of sockets, and when each had which message. */
    private static final ClientProgram PUSH =
            new ClientProgram("benchmarks", "io.webchat.benchmark.push.PushBenchmark", "1g");

    private static final String WEB = "web";

    @Spec
    private CommandLine.Model.CommandSpec command = CommandLine.Model.CommandSpec.create();

    @Parameters(paramLabel = "BENCHMARK")
    private String benchmark = "";

    @Mixin
    private StackSelection selection = new StackSelection();

    @Option(names = "--json")
    private boolean json;

    @Option(names = "--connections", paramLabel = "N")
    private @Nullable Integer connections;

    @Override
    public Integer call() throws IOException, InterruptedException {
        var program = benchmark.equals(WEB) ? null : program();
        var stack = RunningStack.find(selection).orElse(null);
        if (stack == null) {
            return Webchat.NOT_RUNNING;
        }
        return program == null ? measureWeb(stack) : measure(program, stack);
    }

    private int measure(ClientProgram program, RunningStack stack) throws IOException, InterruptedException {
        var measured = program == COMMANDS ? "command-1" : "push-1";
        var arguments = new ArrayList<>(List.of(
                "--url",
                stack.url(),
                "--kafka",
                stack.bootstrapServers(),
                "--service-options=" + String.join(" ", stack.javaOptions(measured))));
        if (program == PUSH) {
            var process = stack.processId(measured);
            if (process.isEmpty()) {
                System.err.println(
                        "bench push looks into the process of push-service: it has to run in a stack that was"
                                + " started on " + selection.data() + " on this machine.");
                return Webchat.NOT_RUNNING;
            }
            arguments.addAll(List.of(
                    "--push-process", Long.toString(process.get()),
                    "--push-port", Integer.toString(stack.ports().service(ServiceKind.PUSH, 1))));
            if (connections != null) {
                arguments.addAll(List.of("--connections", connections.toString()));
            }
        }
        if (json) {
            arguments.add("--json");
        }
        return program.run(arguments);
    }

    /** It drives a browser, as the tests of the web app do, and is a program of the web app. */
    private int measureWeb(RunningStack stack) throws IOException, InterruptedException {
        var program = Path.of(System.getProperty("webchat.frontend", ""), "bench", "web.mjs");
        var words = new ArrayList<>(
                List.of(System.getProperty("webchat.node", "node"), program.toString(), "--url", stack.url()));
        if (json) {
            words.add("--json");
        }
        return new ProcessBuilder(words).inheritIO().start().waitFor();
    }

    private ClientProgram program() {
        return switch (benchmark) {
            case "commands" -> COMMANDS;
            case "push" -> PUSH;
            default ->
                throw new CommandLine.ParameterException(
                        command.commandLine(), "benchmark: " + benchmark + " (expected: commands, push or web)");
        };
    }
}
