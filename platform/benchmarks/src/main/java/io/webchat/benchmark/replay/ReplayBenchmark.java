package io.webchat.benchmark.replay;

import io.webchat.benchmark.CorpusOptions;
import io.webchat.benchmark.StackOptions;
import java.net.URI;
import java.util.concurrent.Callable;
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

    @Mixin
    private CorpusOptions corpus = new CorpusOptions();

    @Option(
            names = "--management",
            required = true,
            paramLabel = "URL",
            description = "Management port of projection-service.")
    private URI management = URI.create("http://127.0.0.1:9083");

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new ReplayBenchmark()).execute(arguments));
    }

    @Override
    public Integer call() {
        var benchmark = stack.benchmark("bench replay");
        var plan = new Plan(stack.endpoints(), management, stack.kafka(), corpus.mongo(), corpus.messages());
        var report = new Run(plan, benchmark).measure(stack.machine());
        return benchmark.finish(report, report.error());
    }
}
