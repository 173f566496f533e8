package io.webchat.standalone.cli;

import io.webchat.standalone.supervisor.DataDirectory;
import io.webchat.standalone.supervisor.OwnSession;
import io.webchat.standalone.supervisor.StackFile;
import io.webchat.standalone.supervisor.StackState;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Runs {@code up} in a process that stays behind, and shows what it says until it is ready or has given up. */
record Detached(DataDirectory data) {
    private static final long POLL_MILLIS = 100;

    int start(@Nullable String instances, int portOffset) throws IOException, InterruptedException {
        data.create();
        var log = data.logs().resolve("supervisor.log");
        var before = Files.exists(log) ? Files.size(log) : 0;
        var supervisor = new ProcessBuilder(OwnSession.command(command(instances, portOffset)))
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        var file = new StackFile(data);
        try (var output = new RandomAccessFile(log.toFile(), "r")) {
            output.seek(before);
            while (true) {
                var ended = supervisor.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS);
                // Read the state before the text, so that all of the text up to that state is shown.
                var ready = file.readRunning()
                        .filter(state -> state.supervisor().pid() == supervisor.pid())
                        .filter(state -> state.phase() == StackState.Phase.READY)
                        .isPresent();
                copy(output);
                if (ended) {
                    return Math.max(Webchat.FAILED, supervisor.exitValue());
                }
                if (ready) {
                    return 0;
                }
            }
        }
    }

    private static void copy(RandomAccessFile output) throws IOException {
        var rest = new byte[(int) (output.length() - output.getFilePointer())];
        output.readFully(rest);
        System.out.print(new String(rest, StandardCharsets.UTF_8));
        System.out.flush();
    }

    /** This very JVM's command line with a foreground {@code up}. */
    private List<String> command(@Nullable String instances, int portOffset) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Webchat.class.getName(), "up"));
        command.addAll(List.of("--data", data.root().toString()));
        command.addAll(List.of("--port-offset", Integer.toString(portOffset)));
        if (instances != null) {
            command.addAll(List.of("--instances", instances));
        }
        return command;
    }
}
