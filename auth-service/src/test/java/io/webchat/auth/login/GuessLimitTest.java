package io.webchat.auth.login;

import static io.webchat.auth.AuthApi.PASSWORD;
import static io.webchat.auth.AuthApi.freshName;
import static org.assertj.core.api.Assertions.assertThat;

import io.webchat.auth.AuthServiceApplication;
import io.webchat.test.ServiceInstance;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** How often the password of one account may be tried. */
class GuessLimitTest {
    private static final int NEARBY = 3;
    private static final int EVERYWHERE = 6;
    private static final Duration SLOW_DOWN = Duration.ofSeconds(2);
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private static ServiceInstance service;
    private static int neighbourhoods;

    private final String name = freshName();

    @BeforeAll
    static void start() {
        service = ServiceInstance.start(
                AuthServiceApplication.class,
                "WEBCHAT_RATE_LIMITS=true",
                // A busy machine must not make it count alone.
                "webchat.rate-limit.patience=10s",
                "spring.data.redis.timeout=10s",
                "spring.data.redis.connect-timeout=10s",
                "webchat.rate-limit.sign-in.requests=1000",
                "webchat.rate-limit.guesses.requests=" + NEARBY,
                "webchat.rate-limit.guesses.over=6h",
                "webchat.rate-limit.guesses-everywhere.requests=" + EVERYWHERE,
                "webchat.rate-limit.guesses-everywhere.over=6h",
                "webchat.rate-limit.slow-down=" + SLOW_DOWN.toSeconds() + "s");
    }

    @AfterAll
    static void stop() {
        service.close();
        HTTP.close();
    }

    @Test
    void whoGuessesNearbyIsRefusedFromAnyAddressThereAndTheOwnerIsNot() throws Exception {
        register();
        var street = freshNeighbourhood();
        for (var i = 0; i < NEARBY; i++) {
            assertThat(guess(name, street + i).statusCode()).isEqualTo(401);
        }

        var refused = guess(name.toUpperCase(), street + "200");

        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValueAsLong("Retry-After").orElseThrow())
                .isBetween(7_000L, 7_200L);
        assertThat(refused.body()).contains("urn:webchat:problem:too-many-requests");
        assertThat(login(name, PASSWORD, street + "1").statusCode())
                .as("what is right tells nothing there")
                .isEqualTo(429);
        assertThat(login(name, PASSWORD, freshNeighbourhood() + "1").statusCode())
                .isEqualTo(200);
    }

    @Test
    void anAccountIsOneByWhateverNameItIsTried() throws Exception {
        register();
        var street = freshNeighbourhood();
        for (var i = 0; i < NEARBY; i++) {
            var login = i % 2 == 0 ? name : name + "@example.org";
            assertThat(guess(login, street + i).statusCode()).isEqualTo(401);
        }

        assertThat(guess(name, street + "9").statusCode()).isEqualTo(429);
        assertThat(guess(name + "@example.org", street + "9").statusCode()).isEqualTo(429);
    }

    @Test
    void oneWhoDoesNotExistIsAnsweredTheSame() throws Exception {
        var nobody = freshName();
        register();
        var street = freshNeighbourhood();
        for (var i = 0; i < NEARBY; i++) {
            assertThat(guess(nobody, street + i).body())
                    .isEqualTo(guess(name, street + i).body());
        }

        assertThat(guess(nobody, street + "9").statusCode()).isEqualTo(429);
        assertThat(guess(nobody, street + "9").body())
                .isEqualTo(guess(name, street + "9").body());
    }

    @Test
    void whoGuessesFromEverywhereIsSlowedDownAndNobodyIsLockedOut() throws Exception {
        register();
        for (var i = 0; i < EVERYWHERE; i++) {
            assertThat(guess(name, freshNeighbourhood() + "1").statusCode()).isEqualTo(401);
        }

        var before = System.nanoTime();
        assertThat(guess(name, freshNeighbourhood() + "1").statusCode()).isEqualTo(401);
        assertThat(login(name, PASSWORD, freshNeighbourhood() + "1").statusCode())
                .isEqualTo(200);
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThanOrEqualTo(SLOW_DOWN.multipliedBy(2));
    }

    private void register() throws Exception {
        var body = "{\"email\":\"%s@example.org\",\"username\":\"%s\",\"password\":\"%s\"}"
                .formatted(name, name, PASSWORD);
        assertThat(post("register", body, freshNeighbourhood() + "1").statusCode())
                .isEqualTo(201);
    }

    private static HttpResponse<String> guess(String login, String address) throws Exception {
        return login(login, "not the password", address);
    }

    private static HttpResponse<String> login(String login, String password, String address) throws Exception {
        return post("login", "{\"login\":\"%s\",\"password\":\"%s\"}".formatted(login, password), address);
    }

    private static HttpResponse<String> post(String action, String body, String address) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + service.port() + "/api/auth/" + action))
                .header("Content-Type", "application/json")
                .header("X-Forwarded-For", address)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
    }

    /** All but the end of an address. */
    private static String freshNeighbourhood() {
        return "198.51." + ++neighbourhoods + ".";
    }
}
