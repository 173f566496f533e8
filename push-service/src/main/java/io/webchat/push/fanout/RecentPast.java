package io.webchat.push.fanout;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The last events of one stream as they are for somebody who comes late, bounded by their number and their size,
 * whichever is reached first. What a message does not say any more, because it was written anew or deleted, is in here
 * no longer than it says it.
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
    private final Map<String, Long> posted = new HashMap<>();
    private final Wordings wordings = new Wordings();
    /** Which messages the log was told to forget, by the offset at which it was. */
    private final NavigableMap<Long, String> erased = new TreeMap<>();

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
        if (event.isPosted() && posted.putIfAbsent(event.message(), event.offset()) != null) {
            return false;
        }
        var wording = wordings.offsetOf(event.message());
        if (wordings.add(event)) {
            renew(posted.get(event.message()));
            renew(wording);
        }
        put(wordings.late(event));
        evict();
        return true;
    }

    /** Says that the stream has been read up to an offset; there may be no event right before it. */
    void reached(long nextOffset) {
        if (start == UNKNOWN) {
            start = nextOffset;
        }
        next = Math.max(next, nextOffset);
    }

    /**
     * Forgets all that was said about a message, because the log was told to at an offset. The offsets stay; so does
     * that it was, for whoever reads in the log, which may take days for it, what is not in here any more.
     */
    void erase(String message, long offset) {
        if (offset < next) {
            return;
        }
        reached(offset + 1);
        posted.remove(message);
        wordings.erase(message, offset);
        erased.put(offset, message);
        var gone = events.values().stream()
                .filter(event -> message.equals(event.message()))
                .toList();
        for (var event : gone) {
            events.remove(event.offset());
            bytes -= sizeOf(event);
        }
        evict();
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

    /** The wordings of the messages that are edited, deleted or erased in here. */
    Wordings wordings() {
        return wordings;
    }

    /** Whether what an event tells still holds is asked again. */
    private void renew(@Nullable Long offset) {
        var event = offset == null ? null : events.get(offset);
        if (event != null) {
            put(wordings.late(event));
        }
    }

    private void put(LogEvent event) {
        var before = events.put(event.offset(), event);
        bytes += sizeOf(event) - (before == null ? 0 : sizeOf(before));
    }

    private void evict() {
        while (events.size() + erased.size() > maxEvents || bytes > maxBytes) {
            if (events.isEmpty() || (!erased.isEmpty() && erased.firstKey() < events.firstKey())) {
                evictOldestErased();
            } else {
                evictOldest();
            }
        }
    }

    private void evictOldestErased() {
        var oldest = erased.pollFirstEntry();
        start = oldest.getKey() + 1;
        wordings.forget(oldest.getValue(), oldest.getKey());
    }

    private void evictOldest() {
        var oldest = events.pollFirstEntry().getValue();
        bytes -= sizeOf(oldest);
        start = oldest.offset() + 1;
        if (oldest.isPosted()) {
            posted.remove(oldest.message());
        }
        wordings.forget(oldest.message(), oldest.offset());
    }

    private static long sizeOf(LogEvent event) {
        return event.frame().bytes() + OVERHEAD;
    }
}
