package io.webchat.standalone.supervisor;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a process is, before it runs.
 *
 * @param name unique in its stack; also names the log file
 * @param wave processes of a lower wave are healthy before a higher one starts, and stop after it
 * @param ports everything it listens on; the first is the one shown
 * @param command without what its class cache adds
 * @param environment added to the supervisor's own
 * @param classCache null for a program that is none of Java
 * @param stopTimeout how long an orderly stop may take before the process is killed
 */
record ProcessSpec(
        String name,
        int wave,
        List<Integer> ports,
        List<String> command,
        Map<String, String> environment,
        Path workingDirectory,
        HealthCheck health,
        @Nullable ClassCache classCache,
        Duration stopTimeout) {
    static final int ENGINES = 1;
    static final int SERVICES = 2;

    /** What it is started with now: a class cache may be there that was not when it was started last. */
    List<String> commandNow() {
        if (classCache == null) {
            return command;
        }
        var result = new ArrayList<>(command);
        result.addAll(1, classCache.options());
        return result;
    }

    int port() {
        return ports.getFirst();
    }
}
