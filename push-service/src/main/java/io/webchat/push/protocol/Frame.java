package io.webchat.push.protocol;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.webchat.support.tracing.RecordSpan;
import java.nio.ByteBuffer;

/** One text frame, encoded once and shared by all its recipients. Immutable. */
public sealed class Frame permits TracedFrame {
    private static final long UNTIMED = -1;

    private final byte[] utf8;
    private final long since;

    Frame(byte[] utf8, long since) {
        this.utf8 = utf8;
        this.since = since;
    }

    public static Frame of(String text) {
        return new Frame(text.getBytes(UTF_8), UNTIMED);
    }

    /**
     * A frame of which it matters how long it takes to the socket.
     *
     * @param utf8 its text; the frame's from now on
     * @param since when what it tells happened, in milliseconds of the log's clock
     */
    public static Frame timed(byte[] utf8, long since) {
        return new Frame(utf8, since);
    }

    /** The same for somebody who gets it late on purpose. */
    public Frame untimed() {
        return new Frame(utf8, UNTIMED);
    }

    /** The same as a part of a trace; this one itself if there is none. */
    public Frame traced(RecordSpan span) {
        return span.isTraced() ? new TracedFrame(utf8, since, span) : this;
    }

    /** What it is a part of. */
    public RecordSpan span() {
        return RecordSpan.NONE;
    }

    /** Its text in UTF-8, in a buffer of the caller's own over bytes that all share: not to be written to. */
    public ByteBuffer payload() {
        return ByteBuffer.wrap(utf8);
    }

    public String text() {
        return new String(utf8, UTF_8);
    }

    /** Its size in UTF-8. */
    public int bytes() {
        return utf8.length;
    }

    /** When what it tells happened; says something only if it is timed. */
    public long since() {
        return since;
    }

    public boolean isTimed() {
        return since != UNTIMED;
    }
}
