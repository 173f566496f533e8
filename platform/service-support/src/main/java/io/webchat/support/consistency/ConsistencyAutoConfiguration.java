package io.webchat.support.consistency;

import io.webchat.log.LogEpoch;
import io.webchat.support.token.DerivedKeys;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Gives a service consistency tokens, bound to the epoch of the log that it reads. */
@AutoConfiguration
class ConsistencyAutoConfiguration {
    @Bean
    ConsistencyTokens consistencyTokens(DerivedKeys keys, ObjectProvider<LogEpoch> epoch) {
        return new ConsistencyTokens(
                keys.forPurpose("consistency-token"), () -> epoch.getObject().value());
    }

    @Configuration(proxyBeanMethods = false)
    static class Arguments implements WebMvcConfigurer {
        private final ObjectProvider<ConsistencyTokens> tokens;

        Arguments(ObjectProvider<ConsistencyTokens> tokens) {
            this.tokens = tokens;
        }

        @Override
        public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
            resolvers.add(new ConsistencyTokenArgument(tokens::getObject));
        }
    }
}
