package io.webchat.push.resume;

/** The log does not answer, so nobody can say where it stands. */
public final class LogUnavailableException extends Exception {
    LogUnavailableException(String message) {
        super(message);
    }
}
