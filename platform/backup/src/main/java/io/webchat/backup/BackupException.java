package io.webchat.backup;

/** Cannot be done, for a reason that whoever asked for it can understand: the message is all that they read. */
public final class BackupException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public BackupException(String message) {
        super(message);
    }

    public BackupException(String message, Throwable cause) {
        super(message, cause);
    }
}
