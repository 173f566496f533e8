package io.webchat.command.icon;

import io.webchat.support.limit.LargerRequests;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(IconProperties.class)
class IconConfiguration {
    @Bean
    LargerRequests iconRequests(IconProperties limits) {
        return LargerRequests.of(HttpMethod.PUT, IconEndpoint.PATH, limits.maxUpload(), limits.uploadTime());
    }
}
