package io.webchat.support.redis;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreaker.State;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.core.StringRedisTemplate;

/**
 * Redis for what can be done without. When it does not answer it is left alone for a second, so that a dead or hanging
 * one costs a timeout now and then and not one for each request. While somebody finds out whether it is there, at the
 * start and after each pause, the others do without rather than wait in a row. Safe from any thread.
 */
public final class BestEffortRedis {
    private static final Logger log = LoggerFactory.getLogger(BestEffortRedis.class);

    private static final CircuitBreakerConfig ONE_FAILURE_IS_ENOUGH = CircuitBreakerConfig.custom()
            .slidingWindow(1, 1, CircuitBreakerConfig.SlidingWindowType.COUNT_BASED)
            .waitDurationInOpenState(Duration.ofSeconds(1))
            .permittedNumberOfCallsInHalfOpenState(1)
            .initialState(State.HALF_OPEN)
            .recordExceptions(DataAccessException.class)
            .writableStackTraceEnabled(false)
            .build();

    private final StringRedisTemplate redis;
    private final CircuitBreaker circuit = CircuitBreaker.of("redis", ONE_FAILURE_IS_ENOUGH);

    public BestEffortRedis(StringRedisTemplate redis) {
        this.redis = redis;
    }

    /** The answer to a question; empty if there is none, or nobody can tell. */
    public <T> Optional<T> ask(Function<StringRedisTemplate, @Nullable T> question) {
        try {
            return circuit.executeSupplier(() -> answer(question));
        } catch (CallNotPermittedException e) {
            return Optional.empty();
        } catch (DataAccessException e) {
            log.debug("going on without Redis", e);
            return Optional.empty();
        } catch (ErrorException e) {
            throw e.error;
        }
    }

    private <T> Optional<T> answer(Function<StringRedisTemplate, @Nullable T> question) {
        try {
            return Optional.ofNullable(question.apply(redis));
        } catch (Error e) {
            throw new ErrorException(e);
        }
    }

    /** The circuit hears of exceptions only: who throws an error while finding out would be waited for for ever. */
    private static final class ErrorException extends RuntimeException {
        private final Error error;

        ErrorException(Error error) {
            super(error);
            this.error = error;
        }
    }
}
