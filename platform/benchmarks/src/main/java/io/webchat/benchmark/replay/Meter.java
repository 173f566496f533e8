package io.webchat.benchmark.replay;

import io.webchat.benchmark.replay.Rebuild.Found;

/** Makes a rate of what is seen now and then of something that grows. For one thread; times in nanoseconds. */
final class Meter {
    private final long begun;
    private long first;
    private long firstSeen;
    private long last;
    private long lastSeen;

    Meter(long begun) {
        this.begun = begun;
        this.firstSeen = begun;
        this.lastSeen = begun;
    }

    /** Sees how much there is. */
    void look(long reached, long now) {
        if (reached == last) {
            return;
        }
        if (last == 0) {
            first = reached;
            firstSeen = now;
        }
        last = reached;
        lastSeen = now;
    }

    /** When it was last seen to have grown. */
    long changed() {
        return lastSeen;
    }

    /**
     * The rate counts from the first growth that was seen to the last. What came all at once has grown since the
     * beginning.
     */
    Found found() {
        var seconds = (lastSeen - begun) / 1e9;
        var grown = last - first;
        var perSecond = grown == 0 ? last * 1e9 / Math.max(1, lastSeen - begun) : grown * 1e9 / (lastSeen - firstSeen);
        return new Found(last, Math.round(seconds * 100) / 100.0, Math.round(perSecond));
    }
}
