package io.webchat.push.typing;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How often one client may be said to be writing. For the one thread that reads the client's frames. */
public final class TypingPace {
    private @Nullable Object place;
    private Instant last = Instant.MIN;

    /** Whether it may be said now, which it is then. */
    boolean allows(Object next, Instant now, Duration again, Duration elsewhere) {
        if (now.isBefore(last.plus(next.equals(place) ? again : elsewhere))) {
            return false;
        }
        place = next;
        last = now;
        return true;
    }
}
