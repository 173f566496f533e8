package io.webchat.benchmark.command;

/** A call failed at a pace at which none may. */
final class FailedCallException extends RuntimeException {
    private static final long serialVersionUID = 1;

    FailedCallException(Throwable cause) {
        super("a call failed: " + cause, cause);
    }
}
