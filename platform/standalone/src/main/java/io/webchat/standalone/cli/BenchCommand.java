package io.webchat.standalone.cli;

import io.webchat.standalone.supervisor.ServiceKind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

    @Option(names = "--messages", paramLabel = "N")
    private @Nullable Integer messages;

    @Override
    public Integer call() throws IOException, InterruptedException {
        var program = benchmark.equals(WEB) ? null : program();
        var stack = RunningStack.find(selection).orElse(null);
        if (stack == null) {
            return Webchat.NOT_RUNNING;
        }
        return program == null ? measureWeb(stack) : measure(program, stack);
    }

    private BenchProgram program() {
        return BenchProgram.named(benchmark)
                .orElseThrow(() -> new CommandLine.ParameterException(
                        command.commandLine(), "benchmark: " + benchmark + " (expected: " + BenchProgram.NAMES + ")"));
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

    private int measure(BenchProgram program, RunningStack stack) throws IOException, InterruptedException {
        var own = arguments(program, stack).orElse(null);
        if (own == null) {
            return Webchat.NOT_RUNNING;
        }
        var arguments = new ArrayList<>(List.of(
                "--url",
                stack.url(),
                "--kafka",
                stack.bootstrapServers(),
                "--service-options=" + String.join(" ", stack.javaOptions(program.measured()))));
        arguments.addAll(own);
        if (json) {
            arguments.add("--json");
        }
        return program.program().run(arguments, stack.hasEmbeddedKafka());
    }

    /** What only this benchmark needs; empty if it cannot be had, and that has then been said. */
    private Optional<List<String>> arguments(BenchProgram program, RunningStack stack) {
        return switch (program) {
            case COMMANDS -> Optional.of(List.of());
            case PUSH -> ofPush(program, stack);
            case READS -> Optional.of(ofReadSide(stack));
            case REPLAY -> {
                var arguments = ofReadSide(stack);
                var port = stack.ports().management(ServiceKind.PROJECTION, 1);
                arguments.addAll(List.of("--management", "http://127.0.0.1:" + port));
                yield Optional.of(arguments);
            }
        };
    }

    private Optional<List<String>> ofPush(BenchProgram program, RunningStack stack) {
        var process = stack.processId(program.measured());
        if (process.isEmpty()) {
            System.err.println("bench push looks into the process of push-service: it has to run in a stack that was"
                    + " started on " + selection.data() + " on this machine.");
            return Optional.empty();
        }
        var arguments = new ArrayList<>(List.of(
                "--push-process", Long.toString(process.get()),
                "--push-port", Integer.toString(stack.ports().service(ServiceKind.PUSH, 1))));
        if (connections != null) {
            arguments.addAll(List.of("--connections", connections.toString()));
        }
        return Optional.of(arguments);
    }

    private List<String> ofReadSide(RunningStack stack) {
        var arguments = new ArrayList<>(stack.store());
        if (messages != null) {
            arguments.addAll(List.of("--messages", messages.toString()));
        }
        return arguments;
    }
}
