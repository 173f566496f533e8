package io.webchat.support.token;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.jsonwebtoken.Jwts;
import io.webchat.domain.user.UserId;
import io.webchat.sample.SampleTest;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.servlet.client.RestTestClient;

@SampleTest
class AccessTokenFilterTest {
    private static final UserId ALICE = new UserId(UUID.randomUUID());
    private static final Instant NOW = Instant.now();

    @Autowired
    private RestTestClient http;

    @Autowired
    private AccessTokens tokens;

    @LocalServerPort
    private int port;

    @Test
    void aValidTokenIdentifiesItsUserAndSession() {
        get("/api/me", token())
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.userId")
                .isEqualTo(ALICE.toString())
                .jsonPath("$.sessionId")
                .isEqualTo("session-1");
    }

    @Test
    void aRequestWithoutATokenIsTurnedAway() {
        http.get()
                .uri("/api/me")
                .exchange()
                .expectStatus()
                .isUnauthorized()
                .expectHeader()
                .valueEquals(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"webchat\"")
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:webchat:problem:unauthenticated");
    }

    @Test
    void anExpiredTokenIsInvalid() {
        expectInvalid(tokens.issue(ALICE, "s", NOW.minusSeconds(700), NOW.minusSeconds(100)));
    }

    @Test
    void aTokenOfAnotherKeyIssuerOrAudienceIsInvalid() {
        expectInvalid(signed("another-secret-0123456789-abcdefghijkl", "webchat", "webchat-api"));
        expectInvalid(signed(SampleTest.SECRET, "somebody", "webchat-api"));
        expectInvalid(signed(SampleTest.SECRET, "webchat", "another-api"));
    }

    @Test
    void aTokenWithoutExpiryOrSignatureIsInvalid() {
        var key = new SecretKeySpec(SampleTest.SECRET.getBytes(UTF_8), "HmacSHA256");
        expectInvalid(Jwts.builder()
                .issuer("webchat")
                .audience()
                .add("webchat-api")
                .and()
                .subject(ALICE.toString())
                .claim("sid", "s")
                .signWith(key, Jwts.SIG.HS256)
                .compact());
        expectInvalid(Jwts.builder()
                .issuer("webchat")
                .audience()
                .add("webchat-api")
                .and()
                .subject(ALICE.toString())
                .claim("sid", "s")
                .expiration(Date.from(NOW.plusSeconds(60)))
                .compact());
        expectInvalid("nonsense");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/me", "/%61pi/me", "/api/m%65", "/api/me;v=1", "/api;v=1/me"})
    void noSpellingOfAPathGetsPastTheCheck(String path) {
        http.get()
                .uri(URI.create("http://localhost:" + port + path))
                .exchange()
                .expectStatus()
                .value(status -> assertThat(status).isIn(400, 401, 404));
    }

    @Test
    void aPublicPathNeedsNoTokenAndIgnoresAnInvalidOne() {
        http.get().uri("/api/public/answer").exchange().expectStatus().isOk();
        get("/api/public/answer", "nonsense").expectStatus().isOk();
    }

    @Test
    void aControllerThatAsksForAUserNeverRunsWithoutOneEvenOnAPublicPath() {
        http.get().uri("/api/public/for-users").exchange().expectStatus().isUnauthorized();
        get("/api/public/for-users", token()).expectStatus().isOk();
    }

    @Test
    void aPathIsPublicForItsMethodOnly() {
        http.get().uri("/api/public/deep/path").exchange().expectStatus().isUnauthorized();
    }

    private String token() {
        return tokens.issue(ALICE, "session-1", NOW, NOW.plusSeconds(60));
    }

    private static String signed(String secret, String issuer, String audience) {
        return new AccessTokens(new TokenProperties(secret, issuer, audience), Clock.systemUTC())
                .issue(ALICE, "s", NOW, NOW.plusSeconds(60));
    }

    private void expectInvalid(String token) {
        get("/api/me", token)
                .expectStatus()
                .isUnauthorized()
                .expectHeader()
                .value(
                        HttpHeaders.WWW_AUTHENTICATE,
                        value -> assertThat(value).startsWith("Bearer realm=\"webchat\", error=\"invalid_token\""));
    }

    private RestTestClient.ResponseSpec get(String path, String token) {
        return http.get()
                .uri(path)
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + token)
                .exchange();
    }
}
