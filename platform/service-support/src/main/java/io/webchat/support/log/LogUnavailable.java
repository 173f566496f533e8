package io.webchat.support.log;

import io.webchat.support.problem.ProblemException;
import io.webchat.support.problem.ProblemType;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a client is told when Kafka has not acknowledged. */
public final class LogUnavailable {
    private static final Logger log = LoggerFactory.getLogger(LogUnavailable.class);

    private LogUnavailable() {}

    /** {@code log-unavailable} (503): not known to be done, to be repeated under the same id. */
    public static ProblemException because(@Nullable Throwable failure) {
        log.warn("the log did not acknowledge: {}", String.valueOf(failure));
        return new ProblemException(
                        ProblemType.LOG_UNAVAILABLE,
                        "The log has not acknowledged in time. Repeat the request under the same id.")
                .retryAfter(Duration.ofSeconds(1));
    }
}
