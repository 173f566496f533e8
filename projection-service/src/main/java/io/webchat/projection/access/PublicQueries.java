package io.webchat.projection.access;

import io.webchat.support.token.PublicPaths;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What may be read without an access token: where an invite leads, by whoever has its unguessable code. */
@Configuration(proxyBeanMethods = false)
class PublicQueries {
    @Bean
    PublicPaths publicPaths() {
        return PublicPaths.of("GET /api/invites/{code}", "GET /api/invites/{code}/icons/{iconId}");
    }
}
