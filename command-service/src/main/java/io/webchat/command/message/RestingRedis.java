package io.webchat.command.message;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.core.StringRedisTemplate;

/**
 * Redis for what can be done without. When it does not answer it is left alone for a second, so that a dead or hanging
 * one costs a timeout now and then and not one for each request. While somebody finds out whether it is back, which
 * takes as long as it may take to connect, the others do without rather than wait in a row. Safe from any thread.
 */
final class RestingRedis {
    private static final Logger log = LoggerFactory.getLogger(RestingRedis.class);
    private static final long REST_NANOS = Duration.ofSeconds(1).toNanos();

    private final StringRedisTemplate redis;
    private final AtomicLong restUntil = new AtomicLong(System.nanoTime());
    private final ReentrantLock finding = new ReentrantLock();
    private volatile boolean answers;

    RestingRedis(StringRedisTemplate redis) {
        this.redis = redis;
    }

    /** The answer to a question; null if there is none, or nobody can tell. */
    <T> @Nullable T ask(Function<StringRedisTemplate, @Nullable T> question) {
        if (restUntil.get() - System.nanoTime() > 0) {
            return null;
        }
        if (answers) {
            return askNow(question);
        }
        if (!finding.tryLock()) {
            return null;
        }
        try {
            return askNow(question);
        } finally {
            finding.unlock();
        }
    }

    private <T> @Nullable T askNow(Function<StringRedisTemplate, @Nullable T> question) {
        try {
            var answer = question.apply(redis);
            answers = true;
            return answer;
        } catch (DataAccessException e) {
            answers = false;
            restUntil.set(System.nanoTime() + REST_NANOS);
            log.debug("going on without Redis", e);
            return null;
        }
    }
}
