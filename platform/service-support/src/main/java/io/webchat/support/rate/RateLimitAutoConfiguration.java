package io.webchat.support.rate;

import io.github.bucket4j.redis.lettuce.RedisApi;
import io.micrometer.core.instrument.MeterRegistry;
import io.webchat.support.FilterOrder;
import io.webchat.support.problem.ProblemResolver;
import io.webchat.support.token.Callers;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.data.redis.autoconfigure.DataRedisAutoConfiguration;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;

/** Limits how many requests somebody may make, in services that are told to. */
@AutoConfiguration(after = DataRedisAutoConfiguration.class)
@ConditionalOnBooleanProperty("webchat.rate-limit.enabled")
@ConditionalOnClass({RedisApi.class, LettuceConnectionFactory.class})
@EnableConfigurationProperties(RateLimitProperties.class)
class RateLimitAutoConfiguration {
    @Bean
    RateLimiter rateLimiter(RateLimitProperties allowances, LettuceConnectionFactory redis, MeterRegistry meters) {
        return new RateLimiter(
                allowances, Buckets.shared(redis, allowances.patience()), Buckets.local(allowances.longest()), meters);
    }

    @Bean
    GuessLimit guessLimit(RateLimiter limiter, RateLimitProperties allowances) {
        return new GuessLimit(limiter, allowances);
    }

    @Bean
    FilterRegistrationBean<RateLimitFilter> rateLimitFilter(
            RateLimiter limiter, RateLimitProperties allowances, Callers callers, ProblemResolver problems) {
        var registration = new FilterRegistrationBean<>(new RateLimitFilter(limiter, allowances, callers, problems));
        registration.setOrder(FilterOrder.RATE_LIMIT);
        return registration;
    }
}
