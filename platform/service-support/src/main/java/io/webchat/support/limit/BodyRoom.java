package io.webchat.support.limit;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.util.unit.DataSize;

/**
 * How much of the bodies of requests may be in memory at once, as far as they are not small: however many arrive, and
 * however slowly, they do not fill the heap. Who waits for room is served in turn. Thread-safe.
 */
final class BodyRoom {
    /** Nearly all are. Their number is bounded by that of connections alone. */
    private static final DataSize SMALL = DataSize.ofKilobytes(16);

    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final Semaphore kilobytes;

    /** @param size at least that of the largest body */
    BodyRoom(DataSize size) {
        kilobytes = new Semaphore(Math.toIntExact(size.toKilobytes()), true);
    }

    /** How much room a body takes, in kilobytes. */
    static int neededFor(long bytes) {
        return bytes <= SMALL.toBytes() ? 0 : Math.toIntExact(Math.ceilDiv(bytes, 1024));
    }

    /** Takes room; false if there is not enough in time. */
    boolean take(int needed) {
        try {
            return needed == 0 || kilobytes.tryAcquire(needed, PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    void giveBack(int taken) {
        kilobytes.release(taken);
    }
}
