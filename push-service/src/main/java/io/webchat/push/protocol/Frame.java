package io.webchat.push.protocol;

import java.nio.charset.StandardCharsets;

/**
 * One text frame, written once and shared by all its recipients.
 *
 * @param bytes its size in UTF-8
 * @param since when what it tells happened, in milliseconds of the log's clock; {@link #UNTIMED} if the time from there
 *     to the socket says nothing
 */
public record Frame(String text, int bytes, long since) {
    public static final long UNTIMED = -1;

    public static Frame of(String text) {
        return timed(text, UNTIMED);
    }

    public static Frame timed(String text, long since) {
        return new Frame(text, text.getBytes(StandardCharsets.UTF_8).length, since);
    }

    /** The same for somebody who gets it late on purpose. */
    public Frame untimed() {
        return new Frame(text, bytes, UNTIMED);
    }

    public boolean isTimed() {
        return since != UNTIMED;
    }
}
