package io.webchat.benchmark.push;

import io.webchat.benchmark.Machine;
import io.webchat.client.Endpoints;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

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
        var out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        var printer = new Printer(json ? new PrintStream(PrintStream.nullOutputStream()) : out);
        var plan = new Plan(Endpoints.of(url), pushPort, pushProcess, kafka, connections);
        var report = new Run(plan, printer).measure(Machine.now(serviceOptions));
        if (json) {
            out.println(JsonMapper.builder().build().writeValueAsString(report));
        }
        return report.error() == null ? 0 : 1;
    }
}
