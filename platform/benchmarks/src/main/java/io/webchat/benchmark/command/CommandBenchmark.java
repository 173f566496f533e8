package io.webchat.benchmark.command;

import io.webchat.benchmark.Benchmark;
import io.webchat.benchmark.Machine;
import io.webchat.client.Endpoints;
import java.net.URI;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The command {@code bench commands}. Exit code 1 if a step fails; a limit that is missed is a figure like others. */
@Command(
        name = "webchat bench commands",
        description = "Measures the write side of a running platform beside bare Kafka.")
final class CommandBenchmark implements Callable<Integer> {

    @Option(names = "--url", required = true, paramLabel = "URL", description = "Origin of the gateway.")
    private URI url = URI.create("http://localhost:3000");

    @Option(names = "--kafka", required = true, paramLabel = "HOST:PORT", description = "The platform's Kafka.")
    private String kafka = "";

    @Option(
            names = "--service-options",
            paramLabel = "OPTIONS",
            description = "JVM options of command-service, to be printed.")
    private String serviceOptions = "";

    @Option(names = "--json", description = "Print one JSON object instead of text.")
    private boolean json;

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new CommandBenchmark()).execute(arguments));
    }

    @Override
    public Integer call() {
        var benchmark = new Benchmark("bench commands", json);
        var report = new Run(Endpoints.of(url), kafka, benchmark).measure(Machine.now(serviceOptions));
        return benchmark.finish(report, report.error());
    }
}
