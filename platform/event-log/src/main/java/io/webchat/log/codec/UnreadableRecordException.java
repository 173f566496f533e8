package io.webchat.log.codec;

/**
 * A record that this reader cannot understand: its type is unknown, its value is not the JSON of its type, or it is a
 * tombstone.
 */
public final class UnreadableRecordException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnreadableRecordException(String message) {
        super(message);
    }

    UnreadableRecordException(String message, Throwable cause) {
        super(message, cause);
    }
}
