package io.webchat.standalone.cli;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs the smoke client against a stack. */
@Command(name = "smoke")
final class SmokeCommand implements Callable<Integer> {
    private static final ClientProgram PROGRAM = new ClientProgram("client", "io.webchat.client.smoke.Smoke", "96m");

    @Mixin
    private StackSelection selection = new StackSelection();

    @Option(names = "--json")
    private boolean json;

    /** Of a platform that was not started by this program, such as one in containers. */
    @Option(names = "--url")
    private @Nullable URI url;

    @Option(names = "--rate")
    private int rate = 50;

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (url != null) {
            return smoke(url.toString());
        }
        var stack = RunningStack.find(selection).orElse(null);
        return stack == null ? Webchat.NOT_RUNNING : smoke(stack.url());
    }

    private int smoke(String origin) throws IOException, InterruptedException {
        var arguments = new ArrayList<>(List.of("--url", origin, "--rate", Integer.toString(rate)));
        if (json) {
            arguments.add("--json");
        }
        return PROGRAM.run(arguments);
    }
}
