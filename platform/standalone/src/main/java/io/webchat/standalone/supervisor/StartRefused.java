package io.webchat.standalone.supervisor;

/** A stack cannot start; the message tells the user why and what to do. Nothing has been started. */
public final class StartRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StartRefused(String message) {
        super(message);
    }
}
