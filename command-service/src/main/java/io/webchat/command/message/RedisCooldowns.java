package io.webchat.command.message;

import io.webchat.domain.message.MessageCommand;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.ClassPathResource;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;

/**
 * Cooldowns in Redis: a key for each author and channel, which names the message and expires with the pause. Time is
 * measured by Redis's clock alone, so those of the instances may differ.
 *
 * <p>Without Redis nobody can tell, and it is left alone for a second, so that a dead or hanging one costs a timeout
 * now and then and not one for each message. While somebody finds out whether it is back, which takes as long as it may
 * take to connect, the others do without rather than wait in a row. Safe from any thread.
 */
final class RedisCooldowns implements Cooldowns {
    private static final Logger log = LoggerFactory.getLogger(RedisCooldowns.class);
    private static final RedisScript<Long> BEGIN =
            RedisScript.of(new ClassPathResource("slow-mode/begin.lua"), Long.class);
    private static final RedisScript<Long> END = RedisScript.of(new ClassPathResource("slow-mode/end.lua"), Long.class);
    private static final long REST_NANOS = Duration.ofSeconds(1).toNanos();

    private final StringRedisTemplate redis;
    private final InstantSource clock;
    private final AtomicLong restUntil = new AtomicLong(System.nanoTime());
    private final ReentrantLock finding = new ReentrantLock();
    private volatile boolean answers;

    RedisCooldowns(StringRedisTemplate redis, InstantSource clock) {
        this.redis = redis;
        this.clock = clock;
    }

    @Override
    public Optional<Instant> begin(MessageCommand.Post command, Duration slowMode) {
        var age = Math.max(0, Duration.between(command.at(), clock.instant()).toMillis());
        var ago = execute(BEGIN, command, Long.toString(slowMode.toMillis()), Long.toString(age));
        return ago == null || ago < 0
                ? Optional.empty()
                : Optional.of(clock.instant().minusMillis(ago));
    }

    @Override
    public void end(MessageCommand.Post command) {
        execute(END, command);
    }

    private @Nullable Long execute(RedisScript<Long> script, MessageCommand.Post command, String... more) {
        if (restUntil.get() - System.nanoTime() > 0) {
            return null;
        }
        if (answers) {
            return ask(script, command, more);
        }
        if (!finding.tryLock()) {
            return null;
        }
        try {
            return ask(script, command, more);
        } finally {
            finding.unlock();
        }
    }

    private @Nullable Long ask(RedisScript<Long> script, MessageCommand.Post command, String... more) {
        var arguments = new Object[more.length + 1];
        arguments[0] = command.messageId().toString();
        System.arraycopy(more, 0, arguments, 1, more.length);
        try {
            var answer = redis.execute(script, List.of(keyOf(command)), arguments);
            answers = true;
            return answer;
        } catch (DataAccessException e) {
            answers = false;
            restUntil.set(System.nanoTime() + REST_NANOS);
            log.debug("slow mode goes on without Redis", e);
            return null;
        }
    }

    private static String keyOf(MessageCommand.Post command) {
        return "webchat:slow-mode:" + command.channelId() + ":" + command.actor();
    }
}
