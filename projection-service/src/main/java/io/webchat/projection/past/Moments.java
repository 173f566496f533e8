package io.webchat.projection.past;

import io.webchat.support.problem.ProblemException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** The moments that one can go back to. */
@Component
public class Moments {
    /** The clocks of those who ask, and of other instances, differ. */
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(1);

    private final Clock clock;

    Moments(Clock clock) {
        this.clock = clock;
    }

    /**
     * Throws {@code invalid-request} (400) for what has not been yet, beyond a minute by which clocks may differ: it
     * would be answered otherwise later.
     */
    public void requirePast(Instant at) {
        if (at.isAfter(clock.instant().plus(CLOCKS_DIFFER))) {
            throw ProblemException.invalid("at", "must not be in the future");
        }
    }
}
