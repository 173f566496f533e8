package io.webchat.benchmark.replay;

import io.webchat.benchmark.Benchmark;
import io.webchat.benchmark.Machine;
import io.webchat.client.Endpoints;
import java.net.URI;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The command {@code bench replay}. Exit code 1 if a step fails; a limit that is missed is a figure like others. */
@Command(
        name = "webchat bench replay",
        description =
                "Measures how quickly a running platform rebuilds a view, beside its bare log and its bare store.")
final class ReplayBenchmark implements Callable<Integer> {
    @Option(names = "--url", required = true, paramLabel = "URL", description = "Origin of the gateway.")
    private URI url = URI.create("http://localhost:3000");

    @Option(
            names = "--management",
            required = true,
            paramLabel = "URL",
            description = "Management port of projection-service.")
    private URI management = URI.create("http://127.0.0.1:9083");

    @Option(names = "--kafka", required = true, paramLabel = "HOST:PORT", description = "The platform's Kafka.")
    private String kafka = "";

    @Option(names = "--mongo", required = true, paramLabel = "URI", description = "The platform's store.")
    private String mongo = "";

    @Option(names = "--messages", paramLabel = "N", description = "To append before, 10,000 or more.")
    private @Nullable Integer messages;

    @Option(
            names = "--service-options",
            paramLabel = "OPTIONS",
            description = "JVM options of projection-service, to be printed.")
    private String serviceOptions = "";

    @Option(names = "--json", description = "Print one JSON object instead of text.")
    private boolean json;

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new ReplayBenchmark()).execute(arguments));
    }

    @Override
    public Integer call() {
        var benchmark = new Benchmark("bench replay", json);
        var plan = new Plan(Endpoints.of(url), management, kafka, mongo, messages);
        var report = new Run(plan, benchmark).measure(Machine.now(serviceOptions));
        return benchmark.finish(report, report.error());
    }
}
