package io.webchat.system.stack;

import java.util.List;

/** The part of {@code webchat status --json} that tests look at. */
public record StackStatus(boolean healthy, List<Running> processes) {

    /** One process; its pid is 0 while it does not run. */
    public record Running(String name, long pid, String state, int port, int restarts) {}

    public Running process(String name) {
        return processes.stream()
                .filter(process -> process.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no process " + name + " in " + processes));
    }
}
