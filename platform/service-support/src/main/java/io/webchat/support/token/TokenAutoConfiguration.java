package io.webchat.support.token;

import io.webchat.support.FilterOrder;
import io.webchat.support.problem.ProblemResolver;
import java.time.Clock;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Checks access tokens in every service. */
@AutoConfiguration
@EnableConfigurationProperties(TokenProperties.class)
class TokenAutoConfiguration implements WebMvcConfigurer {
    @Bean
    AccessTokens accessTokens(TokenProperties properties, ObjectProvider<Clock> clock) {
        return new AccessTokens(properties, clock.getIfAvailable(Clock::systemUTC));
    }

    @Bean
    Callers callers(AccessTokens tokens) {
        return new Callers(tokens);
    }

    @Bean
    DerivedKeys derivedKeys(TokenProperties properties) {
        return new DerivedKeys(properties);
    }

    @Bean
    FilterRegistrationBean<BearerTokenFilter> bearerTokenFilter(
            Callers callers, ObjectProvider<PublicPaths> publicPaths, ProblemResolver problems) {
        var paths = publicPaths.getIfAvailable(PublicPaths::of);
        var registration = new FilterRegistrationBean<>(new BearerTokenFilter(callers, paths, problems));
        registration.setOrder(FilterOrder.TOKEN);
        return registration;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new AuthenticatedUserArgument());
    }
}
