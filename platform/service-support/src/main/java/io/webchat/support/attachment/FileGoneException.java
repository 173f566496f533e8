package io.webchat.support.attachment;

/** A file that was asked for is not in the store: it was removed since its description was read, or lost. */
public final class FileGoneException extends RuntimeException {
    FileGoneException(String fileId, Throwable cause) {
        super("file: " + fileId + " (expected: one that is in the store)", cause);
    }
}
