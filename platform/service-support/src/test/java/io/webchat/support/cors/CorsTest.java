package io.webchat.support.cors;

import static org.assertj.core.api.Assertions.assertThat;

import io.webchat.sample.SampleTest;
import jakarta.validation.Validation;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;

@SampleTest
class CorsTest {
    @Autowired
    private RestTestClient http;

    @Test
    void aPreflightOfAnAllowedOriginNeedsNoToken() {
        preflight("http://localhost:3000")
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "http://localhost:3000")
                .expectHeader()
                .valueEquals(HttpHeaders.ACCESS_CONTROL_ALLOW_CREDENTIALS, "true");
    }

    @Test
    void aRefusedPreflightIsAProblem() {
        preflight("https://evil.example.org")
                .expectStatus()
                .isForbidden()
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:webchat:problem:origin-not-allowed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "no origin", "http://[", "https://x:y"})
    void anOriginThatIsNoneIsRefusedToo(String origin) {
        preflight(origin)
                .expectStatus()
                .isForbidden()
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:webchat:problem:origin-not-allowed");
    }

    @Test
    void anErrorIsReadableByAnAllowedOriginToo() {
        http.get()
                .uri("/api/me")
                .header(HttpHeaders.ORIGIN, "https://chat.example.org")
                .exchange()
                .expectStatus()
                .isUnauthorized()
                .expectHeader()
                .valueEquals(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "https://chat.example.org")
                .expectHeader()
                .valueEquals(
                        HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS,
                        "Consistency-Token, View-Age, Date, Retry-After, RateLimit-Policy, RateLimit");
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "https://*.example.org", "https://a.example.org/", "chat.example.org", "null"})
    void onlyExactOriginsAreConfigurable(String origin) {
        try (var factory = Validation.buildDefaultValidatorFactory()) {
            var violations = factory.getValidator().validate(new CorsProperties(List.of(origin)));

            assertThat(violations).hasSize(1);
        }
    }

    private RestTestClient.ResponseSpec preflight(String origin) {
        return http.method(HttpMethod.OPTIONS)
                .uri("/api/me")
                .header(HttpHeaders.ORIGIN, origin)
                .header(HttpHeaders.ACCESS_CONTROL_REQUEST_METHOD, "GET")
                .header(HttpHeaders.ACCESS_CONTROL_REQUEST_HEADERS, "authorization,consistency-token")
                .exchange();
    }
}
