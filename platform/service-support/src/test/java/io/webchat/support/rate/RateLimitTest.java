package io.webchat.support.rate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.webchat.domain.user.UserId;
import io.webchat.sample.SampleTest;
import io.webchat.support.token.AccessTokens;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.client.RestTestClient;

/**
 * What a client sees of limits, and whom they count; with local buckets, since there is no Redis where this one asks.
 */
@SampleTest
@TestPropertySource(
        properties = {
            "webchat.rate-limit.enabled=true",
            "webchat.rate-limit.sign-in.requests=2",
            "webchat.rate-limit.sign-in.over=2h",
            "webchat.rate-limit.anonymous.requests=3",
            "webchat.rate-limit.anonymous.over=1h",
            "webchat.rate-limit.reads.requests=2",
            "webchat.rate-limit.reads.over=2h",
            "webchat.rate-limit.commands.requests=1",
            "webchat.rate-limit.commands.over=2s",
            "spring.data.redis.url=redis://127.0.0.1:1"
        })
class RateLimitTest {
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(20);
    private static int addresses;

    @Autowired
    private RestTestClient http;

    @Autowired
    private AccessTokens tokens;

    @Autowired
    private MeterRegistry meters;

    @Test
    void anAnswerSaysWhatIsAllowedAndWhatIsLeft() {
        get("/api/public/answer", freshAddress())
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("RateLimit-Policy", "\"anonymous\";q=3;w=3600")
                .expectHeader()
                .valueEquals("RateLimit", "\"anonymous\";r=2;t=1200");
    }

    @Test
    void whoHasNothingLeftIsToldWhenThereIsMore() {
        var address = freshAddress();
        login(address).expectStatus().isUnauthorized();
        login(address).expectStatus().isUnauthorized();

        var refused = login(address)
                .expectStatus()
                .isEqualTo(429)
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectHeader()
                .valueEquals("RateLimit-Policy", "\"sign-in\";q=2;w=7200")
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:webchat:problem:too-many-requests")
                .jsonPath("$.title")
                .isEqualTo("Too many requests")
                .jsonPath("$.detail")
                .isEqualTo("More requests of the kind \"sign-in\" come from your address than are served: 2 in 7200"
                        + " seconds.")
                .jsonPath("$.instance")
                .isEqualTo("/api/auth/login")
                .returnResult()
                .getResponseHeaders();

        var seconds = refused.getFirst(HttpHeaders.RETRY_AFTER);
        assertThat(Integer.parseInt(seconds)).isBetween(3_500, 3_600);
        assertThat(refused.getFirst("RateLimit")).isEqualTo("\"sign-in\";r=0;t=" + seconds);
    }

    @Test
    void aRefusedRequestReachesNobody() {
        var address = freshAddress();
        for (var i = 0; i < 3; i++) {
            get("/api/public/broken", address).expectStatus().isEqualTo(500);
        }

        get("/api/public/broken", address).expectStatus().isEqualTo(429);
    }

    @Test
    void everyAddressHasABucketOfItsOwnAndEveryClassToo() {
        var address = freshAddress();
        login(address);
        login(address);
        login(address).expectStatus().isEqualTo(429);

        login(freshAddress()).expectStatus().isUnauthorized();
        get("/api/public/answer", address).expectStatus().isOk();
    }

    /** Behind the gateway the last address is the one that it saw; what stands before it is the client's invention. */
    @Test
    void anInventedAddressDoesNotHelp() {
        var address = freshAddress();
        login(freshAddress() + ", " + address);
        login(freshAddress() + ", " + address);

        login(freshAddress() + ", " + address).expectStatus().isEqualTo(429);
    }

    @Test
    void guessingTokensCountsToo() {
        var address = freshAddress();
        for (var i = 0; i < 3; i++) {
            me("Bearer guess-" + i, address).expectStatus().isUnauthorized();
        }

        me("Bearer guess", address).expectStatus().isEqualTo(429);
    }

    @Test
    void usersHaveBucketsOfTheirOwnWhereverTheyAre() {
        var alice = bearer();
        me(alice, freshAddress()).expectStatus().isOk();
        me(alice, freshAddress()).expectStatus().isOk();

        var address = freshAddress();
        me(alice, address)
                .expectStatus()
                .isEqualTo(429)
                .expectBody()
                .jsonPath("$.detail")
                .isEqualTo("More requests of the kind \"reads\" come from you than are served: 2 in 7200 seconds.");
        me(bearer(), address).expectStatus().isOk();
    }

    @Test
    void aBucketFillsAgain() {
        var alice = bearer();
        await().atMost(LONG_ENOUGH).pollInterval(Duration.ofMillis(10)).until(() -> commandStatus(alice) == 429);

        await().atMost(LONG_ENOUGH).pollInterval(Duration.ofMillis(200)).until(() -> commandStatus(alice) == 200);
    }

    @Test
    void aPreflightCostsNothing() {
        var address = freshAddress();
        for (var i = 0; i < 10; i++) {
            http.method(HttpMethod.OPTIONS)
                    .uri("/api/me")
                    .header("X-Forwarded-For", address)
                    .header(HttpHeaders.ORIGIN, "https://chat.example.org")
                    .header(HttpHeaders.ACCESS_CONTROL_REQUEST_METHOD, "GET")
                    .exchange()
                    .expectStatus()
                    .isOk();
        }

        get("/api/public/answer", address).expectStatus().isOk();
    }

    @Test
    void decisionsAreCounted() {
        var before = refusals();
        var address = freshAddress();
        login(address);
        login(address);
        login(address);

        assertThat(refusals()).isEqualTo(before + 1);
    }

    private double refusals() {
        return meters.counter(RateLimiter.DECISIONS, "class", "sign-in", "outcome", "refused", "buckets", "local")
                .count();
    }

    private RestTestClient.ResponseSpec get(String path, String address) {
        return http.get().uri(path).header("X-Forwarded-For", address).exchange();
    }

    private RestTestClient.ResponseSpec me(String authorization, String address) {
        return http.get()
                .uri("/api/me")
                .header("X-Forwarded-For", address)
                .header(HttpHeaders.AUTHORIZATION, authorization)
                .exchange();
    }

    private int commandStatus(String authorization) {
        return http.post()
                .uri("/api/public/commands")
                .header(HttpHeaders.AUTHORIZATION, authorization)
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("label", "x"))
                .exchange()
                .returnResult()
                .getStatus()
                .value();
    }

    /** The sample service has no such endpoint, and asks for a token before it says so. */
    private RestTestClient.ResponseSpec login(String address) {
        return http.post()
                .uri("/api/auth/login")
                .header("X-Forwarded-For", address)
                .exchange();
    }

    private String bearer() {
        var now = Instant.now();
        return "Bearer " + tokens.issue(new UserId(UUID.randomUUID()), "session-1", now, now.plusSeconds(600));
    }

    private static synchronized String freshAddress() {
        addresses++;
        return "203.0." + addresses / 250 + "." + (addresses % 250 + 1);
    }
}
