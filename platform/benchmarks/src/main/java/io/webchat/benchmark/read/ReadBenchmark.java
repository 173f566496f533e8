package io.webchat.benchmark.read;

import io.webchat.benchmark.CorpusOptions;
import io.webchat.benchmark.StackOptions;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The command {@code bench reads}. Exit code 1 if a step fails; a limit that is missed is a figure like others. */
@Command(
        name = "webchat bench reads",
        description = "Measures the read side of a running platform beside its bare store.")
final class ReadBenchmark implements Callable<Integer> {
    @Mixin
    private StackOptions stack = new StackOptions();

    @Mixin
    private CorpusOptions corpus = new CorpusOptions();

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new ReadBenchmark()).execute(arguments));
    }

    @Override
    public Integer call() {
        var benchmark = stack.benchmark("bench reads");
        var plan = new Plan(stack.endpoints(), stack.kafka(), corpus.mongo(), corpus.messages());
        var report = new Run(plan, benchmark).measure(stack.machine());
        return benchmark.finish(report, report.error());
    }
}
