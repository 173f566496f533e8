package io.webchat.standalone.supervisor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A process as written down: a pid alone may be somebody else's by now, a pid with its start time is not.
 *
 * @param startedAt by the operating system's account, which is another one after its clock was set
 * @param startTicks the same in Linux's ticks since it booted, which nothing moves; null elsewhere
 */
public record ProcessIdentity(
        long pid, Instant startedAt, @Nullable Long startTicks) {
    /** The system counts from a boot time that moves when its clock is set. */
    private static final Duration TOLERANCE = Duration.ofSeconds(2);

    /** Where {@code /proc/PID/stat} has the start, counted behind the name, which is the second field. */
    private static final int START_FIELD = 22 - 3;

    static ProcessIdentity of(ProcessHandle handle) {
        return new ProcessIdentity(
                handle.pid(), handle.info().startInstant().orElse(Instant.EPOCH), ticksOf(handle.pid()));
    }

    /** The process, if it still runs. */
    public Optional<ProcessHandle> handle() {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).filter(this::isSame);
    }

    public boolean alive() {
        return handle().isPresent();
    }

    private boolean isSame(ProcessHandle handle) {
        var now = of(handle);
        if (startTicks != null && now.startTicks() != null) {
            return startTicks.equals(now.startTicks());
        }
        var difference = Duration.between(now.startedAt(), startedAt).abs();
        return difference.compareTo(TOLERANCE) <= 0;
    }

    private static @Nullable Long ticksOf(long pid) {
        try {
            var stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
            // The name stands in parentheses, and may contain any of them and blanks.
            return Long.valueOf(stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1)[START_FIELD]);
        } catch (IOException | RuntimeException e) {
            return null;
        }
    }
}
