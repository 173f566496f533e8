package io.webchat.push.fanout;

import io.webchat.push.fanout.LogEvent.Change;
import java.util.Collection;
import java.util.HashSet;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The last events of one stream, bounded by their number and their size, whichever is reached first.
 *
 * <p>Every event of the stream from {@link #start()} to {@link #next()} is in here, except retries: a message that is
 * posted a second time while the first is remembered is left out. A retry that comes later is not recognised; clients
 * ignore a message id that they have.
 *
 * <p>Not thread-safe: whoever delivers guards it.
 */
final class RecentPast {
    private static final long UNKNOWN = -1;
    private static final int OVERHEAD = 200;

    private final int maxEvents;
    private final long maxBytes;
    private final NavigableMap<Long, LogEvent> events = new TreeMap<>();
    private final Set<String> posted = new HashSet<>();
    private final Set<String> deleted = new HashSet<>();
    private long bytes;
    private long start = UNKNOWN;
    private long next = UNKNOWN;

    RecentPast(int maxEvents, long maxBytes) {
        this.maxEvents = maxEvents;
        this.maxBytes = maxBytes;
    }

    /** Adds the next event of the stream; false if it is a retry, or nothing new, and is nobody's business. */
    boolean append(LogEvent event) {
        if (event.offset() < next) {
            return false;
        }
        if (start == UNKNOWN) {
            start = event.offset();
        }
        next = event.offset() + 1;
        if (event.isPosted() && !posted.add(event.message())) {
            return false;
        }
        if (event.change() == Change.DELETED) {
            deleted.add(event.message());
        }
        events.put(event.offset(), event);
        bytes += sizeOf(event);
        while (events.size() > maxEvents || bytes > maxBytes) {
            evictOldest();
        }
        return true;
    }

    /** Says that the stream has been read up to an offset; there may be no event right before it. */
    void reached(long nextOffset) {
        if (start == UNKNOWN) {
            start = nextOffset;
        }
        next = Math.max(next, nextOffset);
    }

    /** Forgets all that was said about a message, because the log was told to. The offsets stay. */
    void erase(String message) {
        posted.remove(message);
        deleted.remove(message);
        var erased = events.values().stream()
                .filter(event -> message.equals(event.message()))
                .toList();
        for (var event : erased) {
            events.remove(event.offset());
            bytes -= sizeOf(event);
        }
    }

    /** The first offset that is covered. */
    long start() {
        return Math.max(0, start);
    }

    /** The offset after the last one that is covered. */
    long next() {
        return Math.max(0, next);
    }

    Collection<LogEvent> from(long offset) {
        return events.tailMap(offset, true).values();
    }

    /** An event as it is for somebody who comes late: what a message said that is deleted is nobody's business. */
    Optional<LogEvent> late(LogEvent event) {
        return deleted.contains(event.message()) ? event.withoutContent() : Optional.of(event);
    }

    /** The messages whose deletion is in here. */
    Set<String> deleted() {
        return Set.copyOf(deleted);
    }

    private void evictOldest() {
        var oldest = events.pollFirstEntry().getValue();
        bytes -= sizeOf(oldest);
        start = oldest.offset() + 1;
        if (oldest.isPosted()) {
            posted.remove(oldest.message());
        }
        if (oldest.change() == Change.DELETED) {
            deleted.remove(oldest.message());
        }
    }

    private static long sizeOf(LogEvent event) {
        return event.frame().bytes() + OVERHEAD;
    }
}
