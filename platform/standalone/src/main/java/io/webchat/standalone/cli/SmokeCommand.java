package io.webchat.standalone.cli;

import io.webchat.standalone.supervisor.StackFile;
import io.webchat.standalone.supervisor.StackState;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs the smoke client against a stack, in a JVM of its own with the client's class path. */
@Command(name = "smoke")
final class SmokeCommand implements Callable<Integer> {
    private static final String MAIN_CLASS = "io.webchat.client.smoke.Smoke";

    @Mixin
    private StackSelection stack = new StackSelection();

    @Option(names = "--json")
    private boolean json;

    @Override
    public Integer call() throws IOException, InterruptedException {
        // The directory knows where its stack is; without one, the offset says where somebody else's is.
        var url = new StackFile(stack.directory())
                .readRunning()
                .map(StackState::url)
                .orElse("http://localhost:" + stack.ports().web());
        var client = Path.of(System.getProperty("webchat.apps", ""), "client");
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                client.resolve("app.jar") + ":" + client.resolve("lib") + "/*",
                MAIN_CLASS,
                "--url",
                url));
        if (json) {
            command.add("--json");
        }
        return new ProcessBuilder(command).inheritIO().start().waitFor();
    }
}
