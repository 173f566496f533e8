package io.webchat.auth.webpush;

import java.time.Duration;

/** Properties as a test wants them. */
final class Settings {
    static final Duration TIMEOUT = Duration.ofSeconds(5);

    private Settings() {}

    static WebPushProperties of(String publicKey, String privateKey, String subject, boolean insecure) {
        return new WebPushProperties(
                publicKey,
                privateKey,
                subject,
                Duration.ofHours(1),
                Duration.ofMinutes(2),
                4,
                TIMEOUT,
                Duration.ofMillis(100),
                Duration.ofSeconds(5),
                insecure);
    }
}
