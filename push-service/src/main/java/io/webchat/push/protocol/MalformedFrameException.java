package io.webchat.push.protocol;

/** A frame that is none of {@link ClientFrame}. The message is one line and says what is wrong with it. */
public final class MalformedFrameException extends Exception {
    MalformedFrameException(String message) {
        super(message, null, false, false);
    }
}
