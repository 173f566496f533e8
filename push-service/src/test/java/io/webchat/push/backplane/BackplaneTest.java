package io.webchat.push.backplane;

import static org.awaitility.Awaitility.await;

import io.webchat.log.Ids;
import io.webchat.test.Infrastructure;
import io.webchat.test.SlowLink;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.connection.RedisStandaloneConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceClientConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.StringRedisTemplate;

/** An instance that starts while Redis is slow hears the others all the same, in the end. */
class BackplaneTest {
    private static final String CHANNEL = "webchat:test:" + Ids.fresh();

    private final List<String> heard = new CopyOnWriteArrayList<>();

    @Test
    void aSubscriptionThatTookTooLongIsMadeAnew() throws IOException {
        try (var link = new SlowLink()) {
            link.to(URI.create(Infrastructure.shared().redisUrl()).getPort());
            var connections = connections(link.port());
            var redis = new StringRedisTemplate(connections);
            var backplane = new Backplane(redis);
            backplane.listen(CHANNEL, heard::add);
            // It connects, and what it asks then takes longer than it may.
            link.delayNext("SUBSCRIBE", Duration.ofMillis(400));
            backplane.start();
            try {
                await().atMost(Duration.ofSeconds(60)).until(() -> isHeard(redis));
            } finally {
                backplane.stop();
                connections.destroy();
            }
        }
    }

    private boolean isHeard(StringRedisTemplate redis) {
        try {
            redis.convertAndSend(CHANNEL, "Hello");
        } catch (DataAccessException e) {
            return false;
        }
        return !heard.isEmpty();
    }

    private static LettuceConnectionFactory connections(int port) {
        var connections = new LettuceConnectionFactory(
                new RedisStandaloneConfiguration("127.0.0.1", port),
                LettuceClientConfiguration.builder()
                        .commandTimeout(Duration.ofMillis(250))
                        .build());
        connections.afterPropertiesSet();
        connections.start();
        return connections;
    }
}
