package io.webchat.auth.webpush;

import io.webchat.test.Infrastructure;
import java.net.URI;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.StringRedisTemplate;

/** Redis for one who is as patient as a test has to be; the service is not. */
final class PatientRedis {
    private PatientRedis() {}

    static StringRedisTemplate template() {
        return new StringRedisTemplate(connections());
    }

    static LettuceConnectionFactory connections() {
        var url = URI.create(Infrastructure.shared().redisUrl());
        var connections = new LettuceConnectionFactory(url.getHost(), url.getPort());
        connections.afterPropertiesSet();
        connections.start();
        return connections;
    }
}
