package io.webchat.benchmark.replay;

import io.webchat.benchmark.StackOptions;
import java.net.URI;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The command {@code bench replay}. Exit code 1 if a step fails; a limit that is missed is a figure like others. */
@Command(
        name = "webchat bench replay",
        description =
                "Measures how quickly a running platform rebuilds a view, beside its bare log and its bare store.")
final class ReplayBenchmark implements Callable<Integer> {
    @Mixin
    private StackOptions stack = new StackOptions();

    @Option(
            names = "--management",
            required = true,
            paramLabel = "URL",
            description = "Management port of projection-service.")
    private URI management = URI.create("http://127.0.0.1:9083");

    @Option(
            names = "--mongo",
            required = true,
            defaultValue = "${env:MONGO_URI}",
            paramLabel = "URI",
            description = "The platform's store; by default what MONGO_URI names.")
    private String mongo = "";

    @Option(names = "--messages", paramLabel = "N", description = "To append before, 10,000 or more.")
    private @Nullable Integer messages;

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new ReplayBenchmark()).execute(arguments));
    }

    @Override
    public Integer call() {
        var benchmark = stack.benchmark("bench replay");
        var plan = new Plan(stack.endpoints(), management, stack.kafka(), mongo, messages);
        var report = new Run(plan, benchmark).measure(stack.machine());
        return benchmark.finish(report, report.error());
    }
}
