package io.webchat.push.gateway;

import java.time.Duration;
import java.time.Instant;

/**
 * How many frames a client may still send in the minute that began with one of them. For the one thread that reads the
 * client's frames.
 */
final class FrameAllowance {
    private static final Duration WINDOW = Duration.ofMinutes(1);

    private final int perMinute;
    private Instant windowEnd = Instant.MIN;
    private int used;

    FrameAllowance(int perMinute) {
        this.perMinute = perMinute;
    }

    /** Takes one; false if there is none left. */
    boolean take(Instant now) {
        if (!now.isBefore(windowEnd)) {
            windowEnd = now.plus(WINDOW);
            used = 0;
        }
        return ++used <= perMinute;
    }
}
