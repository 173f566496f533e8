package io.webchat.client.smoke;

import io.webchat.client.Endpoints;
import io.webchat.client.WebChatClient;
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
}
