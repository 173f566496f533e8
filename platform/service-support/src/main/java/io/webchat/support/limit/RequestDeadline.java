package io.webchat.support.limit;

import io.webchat.support.problem.FailureExplanation;
import io.webchat.support.problem.ProblemException;
import io.webchat.support.problem.ProblemType;
import java.time.Duration;
import java.util.Optional;

/**
 * The end of one request's time. While the request is handled, expiry interrupts its thread. While its body arrives, it
 * does not, because an interrupt would close the connection before an answer could be sent; the next piece of the body,
 * or the connection's own timeout, ends the request instead.
 *
 * <p>Used by two threads: the request's own, and the timer that calls {@link #expire()}.
 */
final class RequestDeadline implements FailureExplanation {
    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    private enum Phase {
        HANDLING,
        READING,
        FINISHED
    }

    private final Thread thread;
    private Phase phase = Phase.HANDLING;
    private boolean expired;

    RequestDeadline(Thread thread) {
        this.thread = thread;
    }

    synchronized void expire() {
        if (phase == Phase.FINISHED) {
            return;
        }
        expired = true;
        if (phase == Phase.HANDLING) {
            thread.interrupt();
        }
    }

    synchronized void readingBegins() {
        requireTimeForBody();
        phase = Phase.READING;
    }

    synchronized void readingEnds() {
        phase = Phase.HANDLING;
        requireTimeForBody();
    }

    /** From here on the thread is not interrupted any more, and no interrupt is left on it. */
    synchronized void finish() {
        phase = Phase.FINISHED;
        if (expired) {
            Thread.interrupted();
        }
    }

    @Override
    public synchronized Optional<ProblemException> settle() {
        if (!expired) {
            return Optional.empty();
        }
        finish();
        return Optional.of(requestTimeout());
    }

    synchronized boolean expired() {
        return expired;
    }

    private void requireTimeForBody() {
        if (expired) {
            throw bodyTimeout();
        }
    }

    static ProblemException requestTimeout() {
        return new ProblemException(ProblemType.REQUEST_TIMEOUT, "The request took too long and was cut off.")
                .retryAfter(RETRY_AFTER);
    }

    static ProblemException bodyTimeout() {
        return new ProblemException(ProblemType.BODY_TIMEOUT, "The body of the request took too long to arrive.")
                .header("Connection", "close");
    }
}
