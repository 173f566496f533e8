package io.webchat.standalone.supervisor;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Where a process is in its life. */
public enum ProcessState {
    /** Not started yet, because an earlier wave is not healthy yet. */
    WAITING,
    /** Runs, and has not been healthy since it was started. */
    STARTING,
    HEALTHY,
    /** Runs, was healthy, and fails its check. */
    UNHEALTHY,
    /** Died, and will be started again after a pause. */
    RESTARTING,
    STOPPING,
    STOPPED;

    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
