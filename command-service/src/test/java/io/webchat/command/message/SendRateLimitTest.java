package io.webchat.command.message;

import io.webchat.command.CommandServiceApplication;
import io.webchat.command.Commands;
import io.webchat.test.ServiceInstance;
import org.junit.jupiter.api.Test;

class SendRateLimitTest {
    @Test
    void whoSendsTooMuchIsToldAndNobodyElseNotices() {
        try (var instance = ServiceInstance.start(
                CommandServiceApplication.class,
                "WEBCHAT_RATE_LIMITS=true",
                // A busy machine must not make it count alone.
                "webchat.rate-limit.patience=10s",
                "spring.data.redis.timeout=10s",
                "spring.data.redis.connect-timeout=10s",
                "webchat.rate-limit.sends.requests=3",
                "webchat.rate-limit.sends.over=3h")) {
            var commands = Commands.at(instance.port());
            var ada = instance.user();
            var channel = commands.createServer(ada).generalChannelId();
            for (var i = 0; i < 3; i++) {
                commands.postMessage(ada, channel, "Hello")
                        .expectStatus()
                        .isCreated()
                        .expectHeader()
                        .valueEquals("RateLimit-Policy", "\"sends\";q=3;w=10800");
            }

            commands.postMessage(ada, channel, "Hello")
                    .expectStatus()
                    .isEqualTo(429)
                    .expectHeader()
                    .exists("Retry-After")
                    .expectBody()
                    .jsonPath("$.type")
                    .isEqualTo("urn:webchat:problem:too-many-requests");
            commands.createServer(ada);
            commands.postMessage(instance.user(), channel, "Hello")
                    .expectStatus()
                    .isNotFound();
        }
    }
}
