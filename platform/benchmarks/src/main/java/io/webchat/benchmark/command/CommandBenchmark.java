package io.webchat.benchmark.command;

import io.webchat.benchmark.StackOptions;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The command {@code bench commands}. Exit code 1 if a step fails; a limit that is missed is a figure like others. */
@Command(
        name = "webchat bench commands",
        description = "Measures the write side of a running platform beside bare Kafka.")
final class CommandBenchmark implements Callable<Integer> {
    @Mixin
    private StackOptions stack = new StackOptions();

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new CommandBenchmark()).execute(arguments));
    }

    @Override
    public Integer call() {
        var benchmark = stack.benchmark("bench commands");
        var report = new Run(stack.endpoints(), stack.kafka(), benchmark).measure(stack.machine());
        return benchmark.finish(report, report.error());
    }
}
