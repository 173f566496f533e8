package io.webchat.standalone.supervisor;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A process as written down: a pid alone may be somebody else's by now, a pid with its start time is not.
 *
 * @param startedAt by the operating system's account
 */
public record ProcessIdentity(long pid, Instant startedAt) {
    /** The system counts from a boot time that moves when its clock is set. */
    private static final Duration TOLERANCE = Duration.ofSeconds(2);

    static ProcessIdentity of(ProcessHandle handle) {
        return new ProcessIdentity(handle.pid(), handle.info().startInstant().orElse(Instant.EPOCH));
    }

    /** The process, if it still runs. */
    public Optional<ProcessHandle> handle() {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).filter(this::isSame);
    }

    public boolean alive() {
        return handle().isPresent();
    }

    private boolean isSame(ProcessHandle handle) {
        var difference = Duration.between(of(handle).startedAt(), startedAt).abs();
        return difference.compareTo(TOLERANCE) <= 0;
    }
}
