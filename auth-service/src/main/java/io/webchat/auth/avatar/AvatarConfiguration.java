package io.webchat.auth.avatar;

import io.webchat.support.image.Images;
import io.webchat.support.limit.LargerRequests;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;

@Configuration(proxyBeanMethods = false)
class AvatarConfiguration {
    /** One at a time: what a picture takes outside the heap, this service has only once. */
    @Bean
    Images images(AvatarProperties limits) {
        return new Images(limits.maxPixels(), 1, limits.decodeTime());
    }

    @Bean
    LargerRequests avatarRequests(AvatarProperties limits) {
        return LargerRequests.of(HttpMethod.PUT, AvatarEndpoint.PATH, limits.maxUpload(), limits.uploadTime());
    }
}
