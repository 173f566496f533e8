package io.webchat.push.protocol;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.webchat.support.tracing.RecordSpan;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** One text frame, encoded once and shared by all its recipients. Immutable. */
public sealed class Frame permits TracedFrame {
    private static final long UNTIMED = -1;

    private static final byte FINAL_TEXT = (byte) 0x81;

    private final byte[] encoded;
    private final int header;
    private final long since;

    Frame(Frame same, long since) {
        this.encoded = same.encoded;
        this.header = same.header;
        this.since = since;
    }

    private Frame(byte[] utf8, long since) {
        this.encoded = encode(utf8);
        this.header = encoded.length - utf8.length;
        this.since = since;
    }

    public static Frame of(String text) {
        return new Frame(text.getBytes(UTF_8), UNTIMED);
    }

    /**
     * A frame of which it matters how long it takes to the socket.
     *
     * @param utf8 its text
     * @param since when what it tells happened, in milliseconds of the log's clock
     */
    public static Frame timed(byte[] utf8, long since) {
        return new Frame(utf8, since);
    }

    /** The same for somebody who gets it late on purpose. */
    public Frame untimed() {
        return new Frame(this, UNTIMED);
    }

    /** The same as a part of a trace; this one itself if there is none. */
    public Frame traced(RecordSpan span) {
        return span.isTraced() ? new TracedFrame(this, span) : this;
    }

    /** What it is a part of. */
    public RecordSpan span() {
        return RecordSpan.NONE;
    }

    /**
     * It as RFC 6455 has a server send it: whole and not masked, so it is the same for everybody. In a buffer of the
     * caller's own over bytes that all share: not to be written to.
     */
    public ByteBuffer encoded() {
        return ByteBuffer.wrap(encoded);
    }

    public String text() {
        return new String(encoded, header, bytes(), UTF_8);
    }

    /** The size of its text in UTF-8. */
    public int bytes() {
        return encoded.length - header;
    }

    /** When what it tells happened; says something only if it is timed. */
    public long since() {
        return since;
    }

    public boolean isTimed() {
        return since != UNTIMED;
    }

    private static byte[] encode(byte[] utf8) {
        var length = utf8.length;
        var frame = ByteBuffer.allocate(10 + length).put(FINAL_TEXT);
        if (length < 126) {
            frame.put((byte) length);
        } else if (length < 1 << 16) {
            frame.put((byte) 126).putShort((short) length);
        } else {
            frame.put((byte) 127).putLong(length);
        }
        frame.put(utf8);
        return Arrays.copyOf(frame.array(), frame.position());
    }
}
