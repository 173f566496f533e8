package io.webchat.benchmark.push;

import io.webchat.benchmark.Benchmark;
import io.webchat.benchmark.Machine;
import io.webchat.client.Endpoints;
import java.net.URI;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The command {@code bench push}. Exit code 1 if a step fails; a limit that is missed is a figure like others. */
@Command(
        name = "webchat bench push",
        description = "Measures a push-service instance of a running platform, beside bare writes and bare Kafka.")
final class PushBenchmark implements Callable<Integer> {
    @Option(names = "--url", required = true, paramLabel = "URL", description = "Origin of the gateway.")
    private URI url = URI.create("http://localhost:3000");

    @Option(names = "--push-port", required = true, paramLabel = "PORT", description = "Of the instance.")
    private int pushPort;

    @Option(names = "--push-process", required = true, paramLabel = "PID", description = "Of the instance.")
    private long pushProcess;

    @Option(names = "--kafka", required = true, paramLabel = "HOST:PORT", description = "The platform's Kafka.")
    private String kafka = "";

    @Option(names = "--connections", paramLabel = "N", description = "How many at most, 3,000 to 18,000.")
    private int connections = Plan.CONNECTIONS;

    @Option(
            names = "--service-options",
            paramLabel = "OPTIONS",
            description = "JVM options of the instance, to be printed.")
    private String serviceOptions = "";

    @Option(names = "--json", description = "Print one JSON object instead of text.")
    private boolean json;

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new PushBenchmark()).execute(arguments));
    }

    @Override
    public Integer call() {
        var benchmark = new Benchmark("bench push", json);
        var plan = new Plan(Endpoints.of(url), pushPort, pushProcess, kafka, connections);
        var report = new Run(plan, benchmark).measure(Machine.now(serviceOptions));
        return benchmark.finish(report, report.error());
    }
}
