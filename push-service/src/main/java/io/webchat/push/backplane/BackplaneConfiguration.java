package io.webchat.push.backplane;

import io.lettuce.core.ClientOptions.DisconnectedBehavior;
import io.webchat.support.watch.Probe;
import org.springframework.boot.data.redis.autoconfigure.LettuceClientOptionsBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.redis.core.StringRedisTemplate;

@Configuration(proxyBeanMethods = false)
class BackplaneConfiguration {
    @Bean
    Backplane backplane(StringRedisTemplate redis) {
        return new Backplane(redis);
    }

    /** Redis may be away: an operator should know. */
    @Bean
    Probe redisProbe(StringRedisTemplate redis) {
        return new Probe("redis", () -> redis.hasKey("webchat:probe"));
    }

    /** Without a connection a command fails at once. */
    @Bean
    LettuceClientOptionsBuilderCustomizer failFast() {
        return options -> options.disconnectedBehavior(DisconnectedBehavior.REJECT_COMMANDS);
    }
}
