package io.webchat.push.backplane;

import io.webchat.support.redis.BestEffortRedis;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.redis.connection.RedisConnectionFactory;

@Configuration(proxyBeanMethods = false)
class BackplaneConfiguration {
    @Bean
    Backplane backplane(BestEffortRedis redis, RedisConnectionFactory connections) {
        return new Backplane(redis, connections);
    }
}
