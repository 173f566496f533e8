package io.webchat.client.smoke;

import io.webchat.client.Endpoints;
import io.webchat.client.WebChatClient;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** The command {@code smoke}. */
@Command(
        name = "webchat smoke",
        description = {
            "Walks the path of a message through a running stack, with two new users: register, log in, create a server,"
                    + " invite, join, connect, post, receive, read back, retry, drop, resume. Then it times a number of"
                    + " sends.",
            "May run any number of times on the same stack; what it creates stays."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:Every step succeeded. A latency over its limit is printed as missed, and does not change this.",
            "1:A step failed; its reason is printed.",
            "2:The command line is wrong."
        })
final class Smoke implements Callable<Integer> {
    private static final int MOST = 100_000;

    @Spec
    private CommandSpec command = CommandSpec.create();

    @Option(
            names = "--url",
            paramLabel = "URL",
            description = "Origin of the gateway; the WebSocket is at /ws (default: ${DEFAULT-VALUE}).")
    private URI url = URI.create("http://localhost:3000");

    @Option(names = "--json", description = "Print one JSON object instead of text.")
    private boolean json;

    @Option(names = "--sends", paramLabel = "N", description = "How many sends are timed (default: ${DEFAULT-VALUE}).")
    private int sends = 200;

    @Option(
            names = "--warm-up",
            paramLabel = "N",
            description = "How many sends go before them, at the same pace, untimed (default: ${DEFAULT-VALUE}).")
    private int warmUp = 400;

    @Option(names = "--rate", paramLabel = "N", description = "Sends per second (default: ${DEFAULT-VALUE}).")
    private int rate = 50;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Print this text.")
    private boolean help;

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Smoke()).execute(arguments));
    }

    @Override
    public Integer call() {
        requireInRange("--sends", sends, 1);
        requireInRange("--warm-up", warmUp, 0);
        requireInRange("--rate", rate, 1);
        if (url.getHost() == null || !List.of("http", "https").contains(url.getScheme())) {
            throw new ParameterException(
                    command.commandLine(), "--url: " + url + " (expected: an origin such as http://localhost:3000)");
        }
        // In UTF-8 whatever the locale: a tick is a tick.
        var out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        var printer = new Printer(json ? new PrintStream(PrintStream.nullOutputStream()) : out);
        Report report;
        try (var http = WebChatClient.newHttpClient()) {
            var journey = new Journey(http, Endpoints.of(url), new Pace(warmUp, sends, rate), new Steps(printer));
            report = journey.run();
            http.shutdownNow();
        }
        printer.end(report);
        if (json) {
            out.println(JsonMapper.builder().build().writeValueAsString(report));
        }
        return report.ok() ? 0 : 1;
    }

    private void requireInRange(String option, int value, int least) {
        if (value < least || value > MOST) {
            throw new ParameterException(
                    command.commandLine(), option + ": " + value + " (expected: " + least + " to " + MOST + ")");
        }
    }
}
