package io.webchat.standalone.cli;

import io.webchat.standalone.supervisor.ProcessState;
import io.webchat.standalone.supervisor.ProcessStatus;
import io.webchat.standalone.supervisor.StackMemory;
import io.webchat.standalone.supervisor.StackState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What {@code status} shows; {@code status --json} prints exactly these fields. */
record StatusReport(
        boolean healthy,
        String phase,
        String url,
        int portOffset,
        @Nullable Long readyAfterMillis,
        long rssBytes,
        long rssLimitBytes,
        List<Row> processes) {
    /** One process; {@code pid} is 0 and {@code uptimeSeconds} and {@code rssBytes} are 0 while it does not run. */
    record Row(
            String name,
            long pid,
            String state,
            int port,
            List<Integer> ports,
            int restarts,
            long uptimeSeconds,
            long rssBytes) {}

    static StatusReport of(StackState state, long rssLimitBytes, Instant now) {
        var memory = StackMemory.byPid(state);
        return new StatusReport(
                state.healthy() && everyPidLives(state),
                state.phase().word(),
                state.url(),
                state.portOffset(),
                state.readyAfterMillis(),
                memory.values().stream().mapToLong(Long::longValue).sum(),
                rssLimitBytes,
                state.processes().stream()
                        .map(process -> process(process, memory, now))
                        .toList());
    }

    private static boolean everyPidLives(StackState state) {
        return state.processes().stream()
                .allMatch(process ->
                        process.process() != null && process.process().alive());
    }

    private static Row process(ProcessStatus status, Map<Long, Long> memory, Instant now) {
        var identity = Optional.ofNullable(status.process());
        var pid = identity.map(process -> process.pid()).orElse(0L);
        var uptime = identity.map(
                        process -> Duration.between(process.startedAt(), now).toSeconds())
                .orElse(0L);
        // A process that died a moment ago, which its supervisor has not written down yet.
        var dead = identity.isPresent() && !identity.get().alive();
        var state = dead ? ProcessState.RESTARTING : status.state();
        return new Row(
                status.name(),
                pid,
                state.word(),
                status.ports().getFirst(),
                status.ports(),
                status.restarts(),
                uptime,
                memory.getOrDefault(pid, 0L));
    }
}
