package io.webchat.projection.consume;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How long ago a partition of a view contained all that the log had. It is looked at now and then; a view that is
 * behind is compared with what the log had before, so that one which follows at a distance does not seem to stand
 * still. Times are those of {@link System#nanoTime}. Safe from any thread.
 */
final class PartitionAge {
    /** So many ends that the view has not reached are remembered. */
    static final int KEPT = 600;

    private final Deque<End> ahead = new ArrayDeque<>();
    private @Nullable End contained;

    /** What the log had at a time. */
    private record End(long nextOffset, long nanoTime) {}

    /**
     * Compares the two.
     *
     * @param end after the last record of the log; beyond that while only its reader knows what is no record
     * @param endAt when it was asked for
     * @param position that the view had after that
     */
    synchronized void look(long end, long endAt, long position) {
        if (contained != null && contained.nextOffset() > position) {
            // The store has lost something.
            ahead.addFirst(contained);
            contained = null;
        }
        // What is beyond the end was no record.
        while (!ahead.isEmpty() && ahead.getLast().nextOffset() >= end) {
            ahead.removeLast();
        }
        ahead.addLast(new End(end, endAt));
        while (!ahead.isEmpty() && ahead.getFirst().nextOffset() <= position) {
            contained = ahead.removeFirst();
        }
        if (ahead.size() > KEPT) {
            ahead.removeFirst();
        }
    }

    /** Empty while the view is not known to contain what the log had at any time. */
    synchronized Optional<Duration> at(long nanoTime) {
        return Optional.ofNullable(contained).map(end -> Duration.ofNanos(Math.max(0, nanoTime - end.nanoTime())));
    }
}
