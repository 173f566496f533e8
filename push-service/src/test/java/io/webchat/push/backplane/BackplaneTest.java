package io.webchat.push.backplane;

import static org.awaitility.Awaitility.await;

import io.webchat.log.Ids;
import io.webchat.support.redis.BestEffortRedis;
import io.webchat.test.Infrastructure;
import io.webchat.test.SlowLink;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.connection.RedisStandaloneConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceClientConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.StringRedisTemplate;

/** Whatever becomes of its subscription, an instance hears the others all the same, in the end. */
class BackplaneTest {
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(60);

    private final String channel = "webchat:test:" + Ids.fresh();
    private final List<String> heard = new CopyOnWriteArrayList<>();

    private SlowLink link;
    private LettuceConnectionFactory connections;
    private StringRedisTemplate redis;
    private Backplane backplane;

    @BeforeEach
    void connect() throws IOException {
        link = new SlowLink();
        link.to(URI.create(Infrastructure.shared().redisUrl()).getPort());
        connections = new LettuceConnectionFactory(
                new RedisStandaloneConfiguration("127.0.0.1", link.port()),
                LettuceClientConfiguration.builder()
                        .commandTimeout(Duration.ofMillis(250))
                        .build());
        connections.afterPropertiesSet();
        connections.start();
        redis = new StringRedisTemplate(connections);
        backplane = new Backplane(new BestEffortRedis(redis), connections);
        backplane.listen(channel, heard::add);
    }

    @AfterEach
    void disconnect() {
        backplane.stop();
        connections.destroy();
        link.close();
    }

    @Test
    void aSubscriptionThatTookTooLongIsMadeAnew() {
        // It connects, and what it asks then takes longer than it may.
        link.delayNext("SUBSCRIBE", Duration.ofMillis(400));

        backplane.start();

        awaitHeard("hello");
    }

    /** Its connection is as open as before, and the driver sees nothing that it could mend. */
    @Test
    void aSubscriptionOnWhichNothingComesAnyMoreIsMadeAnew() {
        backplane.start();
        awaitHeard("hello");
        link.delayNext("message\r\n", Duration.ofHours(1));

        awaitHeard("is anybody there");
    }

    private void awaitHeard(String text) {
        await().atMost(LONG_ENOUGH).until(() -> {
            say(text);
            return heard.contains(text);
        });
    }

    private void say(String text) {
        try {
            redis.convertAndSend(channel, text);
        } catch (DataAccessException e) {
            // Said again.
        }
    }
}
