package io.webchat.standalone.cli;

import io.webchat.standalone.cli.ManagementClient.RefusedException;
import java.io.IOException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Builds a view anew beside the one that is read, and switches over if it has become the same. */
@Command(name = "rebuild")
final class RebuildCommand implements Callable<Integer> {
    @Parameters(paramLabel = "VIEW", arity = "0..1")
    private @Nullable String view;

    @Mixin
    private ViewsSelection selection = new ViewsSelection();

    @Option(names = "--anyway")
    private boolean anyway;

    @Option(names = "--back")
    private boolean back;

    @Option(names = "--stop")
    private boolean stop;

    @Option(names = "--drop")
    private boolean drop;

    @Override
    public Integer call() throws IOException, InterruptedException {
        return selection.ask(service -> {
            var client = new ViewsClient(service);
            return view == null ? list(client) : act(client, view);
        });
    }

    private static int list(ViewsClient client) throws IOException, InterruptedException, RefusedException {
        System.out.printf("%-14s %6s %9s %9s%n", "VIEW", "READ", "PREVIOUS", "BUILDING");
        for (var one : client.views()) {
            System.out.printf(
                    "%-14s %6s %9s %9s%n",
                    one.path("view").asString(),
                    one.path("live").asString("-"),
                    one.path("previous").asString("-"),
                    one.path("building").asString("-"));
        }
        return 0;
    }

    private int act(ViewsClient client, String name) throws IOException, InterruptedException, RefusedException {
        if (back || stop || drop) {
            var report = client.act(name, back ? "back" : stop ? "stop" : "drop");
            System.out.println(name + ": generation " + report.path("live").asLong() + " is read");
            return 0;
        }
        client.build(name);
        if (!client.compare(name) && !anyway) {
            System.err.println(
                    "Nothing is switched. --anyway reads the new generation though it differs, which is right after a"
                            + " fold was mended; --stop removes it.");
            return Webchat.FAILED;
        }
        var report = client.act(name, "switch");
        System.out.printf(
                "%s: generation %d is read now. Generation %d is kept up to date: --back reads it again, --drop removes it.%n",
                name, report.path("live").asLong(), report.path("previous").asLong());
        return 0;
    }
}
