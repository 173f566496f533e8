package io.webchat.client;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;

/**
 * Repeats a call whose outcome is not known. Only for calls that carry an id of their own (a message id, an idempotency
 * key) or change nothing: the repetition has the first outcome.
 */
public final class Retry {
    private static final Duration FIRST_PAUSE = Duration.ofMillis(50);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

    private Retry() {}

    /**
     * Calls until there is an answer that will not change: a success, or a refusal that is thrown at once. No answer at
     * all and {@linkplain ProblemException#isTransient() transient} problems are repeated after a pause, which grows
     * and is random so that many clients do not come back in step; a {@code Retry-After} is honoured up to the longest
     * pause.
     *
     * @param patience how long to go on; the last failure is thrown after it
     */
    public static <T> T untilKnown(Duration patience, Supplier<T> call) {
        var deadline = System.nanoTime() + patience.toNanos();
        var pause = FIRST_PAUSE;
        while (true) {
            RuntimeException failure;
            var wait = pause;
            try {
                return call.get();
            } catch (ProblemException e) {
                if (!e.isTransient()) {
                    throw e;
                }
                wait = e.retryAfter().orElse(pause);
                failure = e;
            } catch (UncheckedIOException e) {
                failure = e;
            }
            if (System.nanoTime() >= deadline || Thread.currentThread().isInterrupted()) {
                throw failure;
            }
            pause(shorter(wait, LONGEST_PAUSE));
            pause = shorter(pause.multipliedBy(2), LONGEST_PAUSE);
        }
    }

    private static Duration shorter(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }

    private static void pause(Duration length) {
        try {
            Thread.sleep(
                    Duration.ofNanos(ThreadLocalRandom.current().nextLong(length.toNanos() / 2, length.toNanos() + 1)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
