package io.webchat.projection.export;

import io.webchat.domain.user.UserId;
import io.webchat.support.problem.ProblemException;
import io.webchat.support.problem.ProblemType;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.springframework.stereotype.Component;

/**
 * How many exports an instance writes at once, so that they leave room for those who read: a few, and of one user one,
 * so that they leave room for those of others.
 */
@Component
class ExportSlots {
    static final int AT_ONCE = 4;

    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    private final Semaphore slots = new Semaphore(AT_ONCE);
    private final Set<UserId> taken = ConcurrentHashMap.newKeySet();

    /**
     * Takes a slot until it is closed. Throws {@code too-many-requests} (429) if the user has one, and
     * {@code overloaded} (503) if there is none.
     */
    Slot take(UserId user) {
        if (!taken.add(user)) {
            throw new ProblemException(ProblemType.TOO_MANY_REQUESTS, "Another export of yours is being written.")
                    .retryAfter(RETRY_AFTER);
        }
        if (!slots.tryAcquire()) {
            taken.remove(user);
            throw new ProblemException(ProblemType.OVERLOADED, "As many exports are being written as may be at once.")
                    .retryAfter(RETRY_AFTER);
        }
        return () -> {
            slots.release();
            taken.remove(user);
        };
    }

    /** One of them; closed once. */
    @FunctionalInterface
    interface Slot extends AutoCloseable {
        @Override
        void close();
    }
}
