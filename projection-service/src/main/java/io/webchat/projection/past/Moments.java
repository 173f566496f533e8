package io.webchat.projection.past;

import io.webchat.support.problem.ProblemException;
import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** The moments that one can go back to. */
@Component
public class Moments {
    private final Clock clock;

    Moments(Clock clock) {
        this.clock = clock;
    }

    /** Throws {@code invalid-request} (400) for what has not been yet: it would be answered otherwise later. */
    public void requirePast(Instant at) {
        if (at.isAfter(clock.instant())) {
            throw ProblemException.invalid("at", "must not be in the future");
        }
    }
}
