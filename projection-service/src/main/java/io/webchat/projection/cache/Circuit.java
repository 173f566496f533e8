package io.webchat.projection.cache;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/**
 * Leaves Redis alone for a while after it has failed, so that a dead or hanging one costs a timeout now and then and
 * not one for each query. Safe from any thread.
 */
final class Circuit {
    private static final Logger log = LoggerFactory.getLogger(Circuit.class);

    private final long restNanos;
    private final AtomicLong openUntil = new AtomicLong(System.nanoTime());

    Circuit(Duration rest) {
        this.restNanos = rest.toNanos();
    }

    /** What the call returned; empty if it failed, or was not tried. */
    <T> Optional<T> call(Supplier<@Nullable T> call) {
        if (openUntil.get() - System.nanoTime() > 0) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(call.get());
        } catch (DataAccessException e) {
            openUntil.set(System.nanoTime() + restNanos);
            log.debug("going on without Redis", e);
            return Optional.empty();
        }
    }
}
