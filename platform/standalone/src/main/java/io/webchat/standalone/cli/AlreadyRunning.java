package io.webchat.standalone.cli;

import io.webchat.standalone.supervisor.Instances;
import io.webchat.standalone.supervisor.Ports;
import io.webchat.standalone.supervisor.StackOptions;
import io.webchat.standalone.supervisor.StackState;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** What {@code up} answers where a stack runs already: it changes nothing, and says what it did not do. */
record AlreadyRunning(Path data, StackState state) {

    /** Such as {@code --port-offset 10 (it runs with 0)}: what was asked for and differs. */
    List<String> ignored(OptionalInt offset, Instances instances) {
        var result = new ArrayList<String>();
        if (offset.isPresent() && offset.getAsInt() != state.portOffset()) {
            result.add("--port-offset %d (it runs with %d)".formatted(offset.getAsInt(), state.portOffset()));
        }
        instances.counts().forEach((kind, count) -> {
            if (count != state.instancesOf(kind)) {
                result.add(
                        "--instances %s=%d (it runs with %d)".formatted(kind.word(), count, state.instancesOf(kind)));
            }
        });
        return result;
    }

    String line(List<String> ignored) {
        var where = "WebChat runs already on " + data + ": " + state.url() + condition();
        return ignored.isEmpty()
                ? where
                : where + System.lineSeparator() + "Not applied: " + String.join(", ", ignored)
                        + ". Stop it first (./webchat down" + selection()
                        + "), or give another stack a --data DIR of its own.";
    }

    private String condition() {
        return switch (state.phase()) {
            case STARTING -> " (it is still starting)";
            case STOPPING -> " (it is just stopping)";
            case READY -> state.healthy() ? "" : " (not healthy: see ./webchat status" + selection() + ")";
        };
    }

    private String selection() {
        return new StackOptions(data, new Ports(state.portOffset()), Instances.ONE_EACH).selection();
    }
}
