package io.webchat.benchmark.push;

import io.webchat.benchmark.StackOptions;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The command {@code bench push}. Exit code 1 if a step fails; a limit that is missed is a figure like others. */
@Command(
        name = "webchat bench push",
        description = "Measures a push-service instance of a running platform, beside bare writes and bare Kafka.")
final class PushBenchmark implements Callable<Integer> {
    @Mixin
    private StackOptions stack = new StackOptions();

    @Option(names = "--push-port", required = true, paramLabel = "PORT", description = "Of the instance.")
    private int pushPort;

    @Option(names = "--push-process", required = true, paramLabel = "PID", description = "Of the instance.")
    private long pushProcess;

    @Option(names = "--connections", paramLabel = "N", description = "How many at most, 3,000 to 18,000.")
    private int connections = Plan.CONNECTIONS;

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new PushBenchmark()).execute(arguments));
    }

    @Override
    public Integer call() {
        var benchmark = stack.benchmark("bench push");
        var plan = new Plan(stack.endpoints(), pushPort, pushProcess, stack.kafka(), connections);
        var report = new Run(plan, benchmark).measure(stack.machine());
        return benchmark.finish(report, report.error());
    }
}
