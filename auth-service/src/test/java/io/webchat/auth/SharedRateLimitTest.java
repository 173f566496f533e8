package io.webchat.auth;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.webchat.standalone.engine.EmbeddedRedis;
import io.webchat.test.ServiceInstance;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two instances that count in one Redis, and each by itself while there is none. */
class SharedRateLimitTest {
    private static final int SIGN_INS = 6;
    private static final int ANONYMOUS = 20;
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(60);

    private final HttpClient http = HttpClient.newHttpClient();
    private EmbeddedRedis redis;
    private ServiceInstance first;
    private ServiceInstance second;
    private int addresses;

    @BeforeEach
    void start(@TempDir Path folder) {
        redis = EmbeddedRedis.start(folder, 0);
        first = instance();
        second = instance();
    }

    @AfterEach
    void stop() {
        first.close();
        second.close();
        redis.close();
        http.close();
    }

    @Test
    void allInstancesCountInTheSameBucketsAndByThemselvesWhileRedisIsAway(@TempDir Path folder) throws Exception {
        var address = freshAddress();
        assertThat(signIns(address, first, second, first, second, first, second))
                .containsOnly(401);
        assertThat(signIns(address, first, second)).containsOnly(429);

        var crowded = freshAddress();
        assertThat(refreshesAtOnce(crowded, 3 * ANONYMOUS))
                .containsOnly(Map.entry(401, (long) ANONYMOUS), Map.entry(429, 2L * ANONYMOUS));

        var port = URI.create(redis.uri()).getPort();
        redis.close();

        assertThat(signIns(address, first, first, first, first, first, first)).containsOnly(401);
        assertThat(signIns(address, first)).containsOnly(429);
        assertThat(signIns(address, second)).containsOnly(401);
        assertThat(decisions(first, "local")).isEqualTo(SIGN_INS + 1.0);

        redis = EmbeddedRedis.start(folder, port);

        await().atMost(LONG_ENOUGH).untilAsserted(() -> {
            var shared = decisions(first, "shared") + decisions(second, "shared");
            assertThat(signIns(freshAddress(), first, second)).containsOnly(401);
            assertThat(decisions(first, "shared") + decisions(second, "shared")).isEqualTo(shared + 2);
        });
        var another = freshAddress();
        assertThat(signIns(another, first, second, first, second, first, second))
                .containsOnly(401);
        assertThat(signIns(another, first, second)).containsOnly(429);
    }

    private ServiceInstance instance() {
        return ServiceInstance.start(
                AuthServiceApplication.class,
                "REDIS_URL=" + redis.uri(),
                "WEBCHAT_RATE_LIMITS=true",
                // A busy machine must not make one of them count alone.
                "webchat.rate-limit.patience=10s",
                "spring.data.redis.timeout=10s",
                "spring.data.redis.connect-timeout=10s",
                "webchat.rate-limit.sign-in.requests=" + SIGN_INS,
                "webchat.rate-limit.sign-in.over=6h",
                "webchat.rate-limit.guesses.requests=1000",
                "webchat.rate-limit.anonymous.requests=" + ANONYMOUS,
                "webchat.rate-limit.anonymous.over=20h");
    }

    private List<Integer> signIns(String address, ServiceInstance... instances) throws Exception {
        var statuses = new ArrayList<Integer>();
        for (var instance : instances) {
            statuses.add(post(instance, "login", "{\"login\":\"nobody\",\"password\":\"not the password\"}", address));
        }
        return statuses;
    }

    /** How often there was which answer. */
    private Map<Integer, Long> refreshesAtOnce(String address, int times) throws Exception {
        try (var threads = Executors.newFixedThreadPool(8)) {
            var calls = IntStream.range(0, times)
                    .<Callable<Integer>>mapToObj(i -> () -> post(i % 2 == 0 ? first : second, "refresh", "{}", address))
                    .toList();
            var statuses = new ArrayList<Integer>();
            for (var call : threads.invokeAll(calls)) {
                statuses.add(call.get());
            }
            return statuses.stream().collect(groupingBy(status -> status, counting()));
        }
    }

    private int post(ServiceInstance instance, String action, String body, String address) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + instance.port() + "/api/auth/" + action))
                .header("Content-Type", "application/json")
                .header("X-Forwarded-For", address)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }

    private static double decisions(ServiceInstance instance, String buckets) {
        return instance
                .bean(MeterRegistry.class)
                .find("webchat.rate.limit.decisions")
                .tag("class", "sign-in")
                .tag("buckets", buckets)
                .counters()
                .stream()
                .mapToDouble(counter -> counter.count())
                .sum();
    }

    private String freshAddress() {
        return "198.51.100." + ++addresses;
    }
}
