package io.webchat.support.redis;

import io.lettuce.core.ClientOptions.DisconnectedBehavior;
import io.webchat.support.watch.Probe;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.data.redis.autoconfigure.DataRedisAutoConfiguration;
import org.springframework.boot.data.redis.autoconfigure.LettuceClientOptionsBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.StringRedisTemplate;

/** Gives services that have Redis a way to go on without it. */
@AutoConfiguration(after = DataRedisAutoConfiguration.class)
@ConditionalOnClass(LettuceConnectionFactory.class)
@ConditionalOnBean(LettuceConnectionFactory.class)
class RedisSupportAutoConfiguration {
    @Bean
    BestEffortRedis bestEffortRedis(StringRedisTemplate redis) {
        return new BestEffortRedis(redis);
    }

    /** Redis may be away: an operator should know. */
    @Bean
    Probe redisProbe(StringRedisTemplate redis, LettuceConnectionFactory connections) {
        return new Probe("redis", new ConnectionCheck(redis, connections));
    }

    /** Without a connection a command fails at once. */
    @Bean
    LettuceClientOptionsBuilderCustomizer failFast() {
        return options -> options.disconnectedBehavior(DisconnectedBehavior.REJECT_COMMANDS);
    }
}
