package io.webchat.standalone.cli;

import io.webchat.standalone.supervisor.Ports;
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
        var running = new StackFile(stack.directory()).readRunning();
        var port = stack.ports().web();
        if (running.isEmpty() && !Ports.isListening(port)) {
            System.err.println("WebChat does not run on " + stack.data() + ", and nothing listens on port " + port
                    + ". ./webchat up starts it.");
            return Webchat.NOT_RUNNING;
        }
        var url = running.map(StackState::url).orElse("http://localhost:" + port);
        var client = Path.of(System.getProperty("webchat.apps", ""), "client");
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                // It shares its cores with what it measures, so it must not take half a machine to compile itself.
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx96m",
                "-XX:+AutoCreateSharedArchive",
                "-XX:SharedArchiveFile=" + client.resolve("smoke.jsa"),
                "-Xlog:cds=off",
                "-Xlog:cds+dynamic=off",
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
