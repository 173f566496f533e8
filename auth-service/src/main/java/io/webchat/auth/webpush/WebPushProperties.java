package io.webchat.auth.webpush;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How browsers are called.
 *
 * @param publicKey by which push services know this server: 65 bytes in base64url; blank for calling nobody
 * @param privateKey of the same pair: 32 bytes in base64url
 * @param subject how the operator can be reached: {@code mailto:…} or {@code https://…}
 * @param timeToLive how long a push service keeps a call for a device that is not there
 * @param late the age from which on nobody is called for a message any more
 * @param concurrency how many calls are made at once
 * @param timeout of one exchange with a push service
 * @param firstPause before a call that failed is tried again; the next one is four times as long
 * @param longestPause a push service that wants a longer one is not asked again for this call
 * @param insecureEndpoints whether subscriptions may lead to http and to private networks: for development only
 */
@Validated
@ConfigurationProperties("webchat.web-push")
public record WebPushProperties(
        @DefaultValue("") String publicKey,
        @DefaultValue("") String privateKey,
        @DefaultValue("") String subject,
        @DefaultValue("1h") Duration timeToLive,
        @DefaultValue("2m") Duration late,
        @DefaultValue("32") @Min(1) @Max(1_000) int concurrency,
        @DefaultValue("10s") Duration timeout,
        @DefaultValue("2s") Duration firstPause,
        @DefaultValue("60s") Duration longestPause,
        @DefaultValue("false") boolean insecureEndpoints) {
    /** Without the private key. */
    @Override
    public String toString() {
        return "WebPushProperties[" + publicKey + "]";
    }
}
