package io.webchat.projection.export;

import io.webchat.support.problem.ProblemException;
import io.webchat.support.problem.ProblemType;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import org.springframework.stereotype.Component;

/** How many exports an instance writes at once, so that they leave room for those who read. */
@Component
class ExportSlots {
    static final int AT_ONCE = 4;

    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    private final Semaphore slots = new Semaphore(AT_ONCE);

    /** Takes a slot until it is closed. Throws {@code overloaded} (503) if there is none. */
    Slot take() {
        if (!slots.tryAcquire()) {
            throw new ProblemException(ProblemType.OVERLOADED, "As many exports are being written as may be at once.")
                    .retryAfter(RETRY_AFTER);
        }
        return slots::release;
    }

    /** One of them. */
    @FunctionalInterface
    interface Slot extends AutoCloseable {
        @Override
        void close();
    }
}
