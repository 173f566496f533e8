package io.webchat.benchmark;

import java.util.List;
import java.util.concurrent.Future;

/** A call failed at a pace at which none may. */
public final class FailedCallException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public FailedCallException(Throwable cause) {
        super("a call failed: " + cause, cause);
    }

    /** The results of calls that have ended. Throws this if one of them failed. */
    public static <T> List<T> requireResults(List<Future<T>> calls) {
        for (var call : calls) {
            if (call.state() == Future.State.FAILED) {
                throw new FailedCallException(call.exceptionNow());
            }
        }
        return calls.stream().map(Future::resultNow).toList();
    }
}
