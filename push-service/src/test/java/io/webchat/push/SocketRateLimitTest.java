package io.webchat.push;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

class SocketRateLimitTest {
    @Test
    void anAddressThatOpensSocketsTooFastIsToldWhenItMayGoOn() throws Exception {
        try (var instance = PushInstance.start(
                        "WEBCHAT_RATE_LIMITS=true",
                        // A busy machine must not make it count alone.
                        "webchat.rate-limit.patience=10s",
                        "spring.data.redis.timeout=10s",
                        "spring.data.redis.connect-timeout=10s",
                        "webchat.rate-limit.sockets.requests=2",
                        "webchat.rate-limit.sockets.over=2h");
                var first = PushClient.connect(instance);
                var second = PushClient.connect(instance);
                var http = HttpClient.newHttpClient()) {
            first.await("hello");
            second.await("hello");

            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + instance.port() + "/ws"))
                    .build();
            var refused = http.send(request, HttpResponse.BodyHandlers.ofString());

            assertThat(refused.statusCode()).isEqualTo(429);
            assertThat(refused.body()).contains("urn:webchat:problem:too-many-requests", "your address");
            assertThat(refused.headers().firstValue("RateLimit-Policy")).hasValue("\"sockets\";q=2;w=7200");
            assertThat(refused.headers().firstValueAsLong("Retry-After").orElseThrow())
                    .isBetween(3_000L, 3_600L);
        }
    }
}
