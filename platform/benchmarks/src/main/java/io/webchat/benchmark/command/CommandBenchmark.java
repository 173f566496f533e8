package io.webchat.benchmark.command;

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
        var out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        var printer = new Printer(json ? new PrintStream(PrintStream.nullOutputStream()) : out);
        var report = new Run(Endpoints.of(url), kafka, printer).measure(Machine.now(serviceOptions));
        if (json) {
            out.println(JsonMapper.builder().build().writeValueAsString(report));
        }
        return report.error() == null ? 0 : 1;
    }
}
