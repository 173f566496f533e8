package io.webchat.support.redis;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreaker.State;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
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
            .build();

    private final StringRedisTemplate redis;
    private final CircuitBreaker circuit = CircuitBreaker.of("redis", ONE_FAILURE_IS_ENOUGH);

    public BestEffortRedis(StringRedisTemplate redis) {
        this.redis = redis;
    }

    /** The answer to a question; empty if there is none, or nobody can tell. */
    public <T> Optional<T> ask(Function<StringRedisTemplate, @Nullable T> question) {
        if (!circuit.tryAcquirePermission()) {
            return Optional.empty();
        }
        try {
            var answer = Optional.ofNullable(question.apply(redis));
            circuit.onSuccess(0, TimeUnit.NANOSECONDS);
            return answer;
        } catch (DataAccessException e) {
            circuit.onError(0, TimeUnit.NANOSECONDS, e);
            log.debug("going on without Redis", e);
            return Optional.empty();
        } catch (RuntimeException | Error e) {
            // No word about Redis; but whoever was to find out has ended.
            circuit.onError(0, TimeUnit.NANOSECONDS, e);
            throw e;
        }
    }
}
