package io.webchat.standalone.supervisor;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a supervisor says about its stack.
 *
 * @param reaper the guard that stops the processes if the supervisor dies
 * @param readyAfterMillis null until everything has been healthy once
 */
public record StackState(
        ProcessIdentity supervisor,
        ProcessIdentity reaper,
        Phase phase,
        int portOffset,
        String url,
        Instant startedAt,
        @Nullable Long readyAfterMillis,
        List<ProcessStatus> processes) {
    /** Where a stack is in its life. */
    public enum Phase {
        STARTING,
        READY,
        STOPPING;

        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** How many of a service were started, whether or not they run at the moment. */
    public int instancesOf(ServiceKind kind) {
        return (int) processes.stream()
                .filter(process -> process.name().startsWith(kind.word() + "-"))
                .count();
    }

    /** Started completely, and every process is healthy. */
    public boolean healthy() {
        return phase == Phase.READY
                && supervisor.alive()
                && processes.stream().allMatch(process -> process.state() == ProcessState.HEALTHY);
    }
}
