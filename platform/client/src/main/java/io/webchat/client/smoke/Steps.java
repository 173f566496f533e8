package io.webchat.client.smoke;

import io.webchat.client.load.Millis;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;

/** Takes one step after the other, and keeps what came of each. */
final class Steps {
    private final Printer printer;
    private final List<Step> taken = new ArrayList<>();

    /** A step failed; those behind it need not be tried. */
    static final class Failed extends RuntimeException {
        private static final long serialVersionUID = 1;

        Failed(Throwable cause) {
            super(cause);
        }
    }

    /** A step came to an end, and what it found is wrong. */
    static final class Wrong extends RuntimeException {
        private static final long serialVersionUID = 1;

        Wrong(String message) {
            super(message);
        }
    }

    Steps(Printer printer) {
        this.printer = printer;
    }

    <T> T take(String name, Callable<T> action) {
        var begun = System.nanoTime();
        try {
            var result = action.call();
            done(new Step(name, true, millisSince(begun), null));
            return result;
        } catch (Exception e) {
            done(new Step(name, false, millisSince(begun), reason(e)));
            throw new Failed(e);
        }
    }

    /** Fails the step that it is part of unless {@code actual} is as it should be. */
    static void expect(String what, Object expected, Object actual) {
        if (!expected.equals(actual)) {
            throw new Wrong(what + ": " + actual + " (expected: " + expected + ")");
        }
    }

    List<Step> taken() {
        return List.copyOf(taken);
    }

    private void done(Step step) {
        taken.add(step);
        printer.step(step);
    }

    private static double millisSince(long begun) {
        return Millis.of(System.nanoTime() - begun);
    }

    private static String reason(Throwable failure) {
        var cause = failure instanceof ExecutionException && failure.getCause() != null ? failure.getCause() : failure;
        if (cause instanceof TimeoutException) {
            return "nothing came in time";
        }
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }
}
