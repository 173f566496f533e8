package io.webchat.standalone.supervisor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Starts processes: in a session of their own, with a log file each, known to the reaper. */
record Spawner(Path logs, Reaper reaper) {
    private static final long MAX_LOG_BYTES = 20 * 1024 * 1024;

    /** Starts a process; its output is appended to its log file, which is put aside first when it has grown large. */
    Process start(ProcessSpec spec) throws IOException {
        var log = log(spec.name());
        if (Files.exists(log) && Files.size(log) > MAX_LOG_BYTES) {
            Files.move(log, logs.resolve(spec.name() + ".1.log"), StandardCopyOption.REPLACE_EXISTING);
        }
        var builder = new ProcessBuilder(OwnSession.command(spec.commandNow()))
                .directory(spec.workingDirectory().toFile())
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(spec.environment());
        var process = builder.start();
        reaper.started(spec.wave(), process.pid());
        return process;
    }

    void ended(ProcessSpec spec, Process process) {
        reaper.ended(spec.wave(), process.pid());
    }

    /** Adds a line of the supervisor's to the log of a process. */
    void note(ProcessSpec spec, String line) {
        try {
            Files.writeString(log(spec.name()), line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            // The log is a convenience; the state of the process tells the same.
        }
    }

    Path log(String name) {
        return logs.resolve(name + ".log");
    }
}
