package io.webchat.command.message;

import io.webchat.domain.message.MessageCommand;
import io.webchat.support.redis.BestEffortRedis;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.springframework.core.io.ClassPathResource;
import org.springframework.data.redis.core.script.RedisScript;

/**
 * Cooldowns in Redis: a key for each author and channel, which names the message and expires with the pause. Time is
 * measured by Redis's clock alone, so those of the instances may differ.
 *
 * <p>Without Redis nobody can tell. Safe from any thread.
 */
final class RedisCooldowns implements Cooldowns {
    private static final RedisScript<Long> BEGIN =
            RedisScript.of(new ClassPathResource("slow-mode/begin.lua"), Long.class);
    private static final RedisScript<Long> END = RedisScript.of(new ClassPathResource("slow-mode/end.lua"), Long.class);

    private final BestEffortRedis redis;
    private final InstantSource clock;

    RedisCooldowns(BestEffortRedis redis, InstantSource clock) {
        this.redis = redis;
        this.clock = clock;
    }

    @Override
    public Optional<Instant> begin(MessageCommand.Post command, Duration slowMode) {
        var age = Math.max(0, Duration.between(command.at(), clock.instant()).toMillis());
        return execute(BEGIN, command, Long.toString(slowMode.toMillis()), Long.toString(age))
                .filter(ago -> ago >= 0)
                .map(ago -> clock.instant().minusMillis(ago));
    }

    @Override
    public void end(MessageCommand.Post command) {
        execute(END, command);
    }

    private Optional<Long> execute(RedisScript<Long> script, MessageCommand.Post command, String... more) {
        var arguments = new Object[more.length + 1];
        arguments[0] = command.messageId().toString();
        System.arraycopy(more, 0, arguments, 1, more.length);
        return redis.ask(template -> template.execute(script, List.of(keyOf(command)), arguments));
    }

    private static String keyOf(MessageCommand.Post command) {
        return "webchat:slow-mode:" + command.channelId() + ":" + command.actor();
    }
}
