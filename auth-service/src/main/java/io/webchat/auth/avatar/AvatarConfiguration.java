package io.webchat.auth.avatar;

import io.webchat.support.image.Images;
import io.webchat.support.limit.LargerRequests;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;

@Configuration(proxyBeanMethods = false)
class AvatarConfiguration {
    @Bean
    Images images(AvatarProperties limits) {
        return new Images(limits.maxPixels());
    }

    @Bean
    LargerRequests avatarRequests(AvatarProperties limits) {
        return LargerRequests.of(HttpMethod.PUT, AvatarEndpoint.PATH, limits.maxUpload(), limits.uploadTime());
    }
}
