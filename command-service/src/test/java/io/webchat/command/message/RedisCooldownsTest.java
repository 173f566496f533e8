package io.webchat.command.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.ClientOptions.DisconnectedBehavior;
import io.webchat.domain.message.MessageCommand;
import io.webchat.domain.message.MessageId;
import io.webchat.domain.structure.ChannelId;
import io.webchat.domain.user.UserId;
import io.webchat.log.Ids;
import io.webchat.support.redis.BestEffortRedis;
import io.webchat.test.Infrastructure;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.redis.connection.RedisStandaloneConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceClientConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.StringRedisTemplate;

/** Cooldowns in a real Redis, as two instances whose clocks differ share them. */
class RedisCooldownsTest {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Instant NOON = Instant.parse("2026-01-31T12:00:00Z");
    private static final Instant ELSEWHERE = NOON.plusSeconds(30);

    private final ChannelId channel = new ChannelId(Ids.fresh());
    private final UserId ben = new UserId(Ids.fresh());
    private final LettuceConnectionFactory redis =
            connection(URI.create(Infrastructure.shared().redisUrl()));
    private final Cooldowns here = new RedisCooldowns(new BestEffortRedis(new StringRedisTemplate(redis)), () -> NOON);
    private final Cooldowns there =
            new RedisCooldowns(new BestEffortRedis(new StringRedisTemplate(redis)), () -> ELSEWHERE);

    @AfterEach
    void close() {
        redis.destroy();
    }

    @Test
    void anotherMessageWaitsWhereverItComesAndTheSameOneDoesNot() {
        var first = post(ben, NOON);
        assertThat(here.begin(first, HOUR)).isEmpty();

        assertThat(there.begin(first, HOUR)).isEmpty();
        assertThat(there.begin(post(ben, ELSEWHERE), HOUR))
                .hasValueSatisfying(at -> assertThat(at).isBetween(ELSEWHERE.minusSeconds(60), ELSEWHERE));
        assertThat(there.begin(post(new UserId(Ids.fresh()), ELSEWHERE), HOUR))
                .as("somebody else's")
                .isEmpty();
    }

    /** A file that took long to be attached shortens nobody's pause, and lengthens none. */
    @Test
    void aPauseBeginsWhenTheMessageCame() {
        assertThat(here.begin(post(ben, NOON.minusSeconds(600)), HOUR)).isEmpty();

        assertThat(there.begin(post(ben, ELSEWHERE), HOUR))
                .hasValueSatisfying(
                        at -> assertThat(at).isBetween(ELSEWHERE.minusSeconds(660), ELSEWHERE.minusSeconds(600)));
    }

    @Test
    void onlyTheMessageThatBeganItEndsIt() {
        var first = post(ben, NOON);
        var second = post(ben, ELSEWHERE);
        assertThat(here.begin(first, HOUR)).isEmpty();

        there.end(second);
        assertThat(there.begin(second, HOUR)).isPresent();

        here.end(first);
        assertThat(there.begin(second, HOUR)).isEmpty();
        assertThat(here.begin(first, HOUR)).isPresent();
    }

    @Test
    void itIsOverInTime() {
        assertThat(here.begin(post(ben, NOON), Duration.ofMillis(50))).isEmpty();

        await().untilAsserted(() ->
                assertThat(there.begin(post(ben, ELSEWHERE), HOUR)).isEmpty());
    }

    @Test
    void whatCountsIsTheSlowModeOfNow() {
        assertThat(here.begin(post(ben, NOON.minusSeconds(60)), HOUR)).isEmpty();

        assertThat(there.begin(post(ben, ELSEWHERE), Duration.ofSeconds(120))).isPresent();
        assertThat(there.begin(post(ben, ELSEWHERE), Duration.ofSeconds(30))).isEmpty();
        assertThat(there.begin(post(ben, ELSEWHERE), Duration.ofSeconds(30)))
                .as("it has begun one of its own")
                .isPresent();
    }

    @Test
    void withoutRedisNobodyCanTell() {
        var nowhere = connection(URI.create("redis://127.0.0.1:1"));
        try {
            var away = new RedisCooldowns(new BestEffortRedis(new StringRedisTemplate(nowhere)), () -> NOON);
            assertThat(away.begin(post(ben, NOON), HOUR)).isEmpty();
            assertThat(away.begin(post(ben, NOON), HOUR)).isEmpty();
            away.end(post(ben, NOON));
        } finally {
            nowhere.destroy();
        }
    }

    private MessageCommand.Post post(UserId author, Instant at) {
        return new MessageCommand.Post(channel, new MessageId(Ids.fresh()), "Hello", null, null, List.of(), author, at);
    }

    private static LettuceConnectionFactory connection(URI redis) {
        var options = ClientOptions.builder()
                .disconnectedBehavior(DisconnectedBehavior.REJECT_COMMANDS)
                .build();
        var factory = new LettuceConnectionFactory(
                new RedisStandaloneConfiguration(redis.getHost(), redis.getPort()),
                LettuceClientConfiguration.builder()
                        .clientOptions(options)
                        .commandTimeout(Duration.ofSeconds(10))
                        .build());
        factory.afterPropertiesSet();
        factory.start();
        return factory;
    }
}
