package io.webchat.push.fanout;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which wording counts of the messages that are edited, deleted or erased in some part of the log. Whoever comes late
 * is told every event, but of each message only this wording: what it said before is for those to see who may read its
 * history, what a deleted one said for nobody, and nothing at all of an erased one.
 *
 * <p><b>Guarantees.</b> However parts of the log are added: the edit with the highest revision counts, of several with
 * one revision the first in the log, as for everybody who folds the events; of a deleted or erased message nothing
 * does. <b>Limits.</b> An edit that came to nothing because of what lies before the part is not known as such, and is
 * told as it was when it came. Holds one entry for each message that is edited, deleted or erased in the part.
 *
 * <p>Not thread-safe.
 */
public final class Wordings {
    private static final int ERASED = Integer.MAX_VALUE;
    private static final int DELETED = ERASED - 1;

    private final Map<String, Wording> wordings = new HashMap<>();

    /**
     * Where it stands.
     *
     * @param revision 0 of the one that was posted; {@link #DELETED} or {@link #ERASED} if there is none any more
     */
    private record Wording(int revision, long offset) {
        boolean countsRatherThan(Wording other) {
            return revision > other.revision || (revision == other.revision && offset < other.offset);
        }
    }

    /** Adds what an event does to the wording of its message. Whether it does anything to it. */
    public boolean add(LogEvent event) {
        var wording = wordingOf(event);
        return event.message() != null && wording != null && wording.revision > 0 && add(event.message(), wording);
    }

    /** Adds that the log was told at an offset to forget a message. */
    public void erase(String message, long offset) {
        add(message, new Wording(ERASED, offset));
    }

    /** Whether an event is of a message that the log was told to forget: nobody is told of it who comes late. */
    public boolean isErased(LogEvent event) {
        var known = wordings.get(event.message());
        return known != null && known.revision == ERASED;
    }

    /** Adds those of another part of the log. */
    public void addAll(Wordings others) {
        others.wordings.forEach(this::add);
    }

    private boolean add(String message, Wording wording) {
        var known = wordings.get(message);
        if (known != null && !wording.countsRatherThan(known)) {
            return false;
        }
        wordings.put(message, wording);
        return true;
    }

    /** An event as it is for somebody who comes late: without what its message does not say any more. */
    public LogEvent late(LogEvent event) {
        var known = wordings.get(event.message());
        if (known == null) {
            return event;
        }
        var own = wordingOf(event);
        if (own == null || !known.countsRatherThan(own)) {
            return event;
        }
        return known.revision >= DELETED ? event.withoutContent() : event.withoutWording();
    }

    /** Of how many messages the wording is known. */
    public int size() {
        return wordings.size();
    }

    /** The offset of the event since which a message says what it says, or nothing; null if that is not known. */
    @Nullable
    Long offsetOf(@Nullable String message) {
        var wording = wordings.get(message);
        return wording == null ? null : wording.offset;
    }

    private static @Nullable Wording wordingOf(LogEvent event) {
        return switch (event.change()) {
            case POSTED, EDITED -> new Wording(event.revision(), event.offset());
            case DELETED -> new Wording(DELETED, event.offset());
            case OTHER -> null;
        };
    }

    /** Forgets what happened to the wording of a message at an offset. */
    void forget(@Nullable String message, long offset) {
        var wording = wordings.get(message);
        if (wording != null && wording.offset == offset) {
            wordings.remove(message);
        }
    }
}
