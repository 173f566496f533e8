package io.webchat.support.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.webchat.domain.user.UserId;
import io.webchat.sample.SampleService;
import io.webchat.sample.SampleTest;
import io.webchat.support.consistency.ConsistencyToken;
import io.webchat.support.consistency.ConsistencyTokens;
import io.webchat.support.limit.LimitProperties;
import io.webchat.support.token.AccessTokens;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.servlet.client.RestTestClient;

@SampleTest
@ExtendWith(OutputCaptureExtension.class)
class ServiceDefaultsTest {
    private static final UserId ALICE = new UserId(UUID.randomUUID());

    @Autowired
    private RestTestClient http;

    @Autowired
    private AccessTokens accessTokens;

    @Autowired
    private ConsistencyTokens consistencyTokens;

    @Autowired
    private Environment environment;

    @Autowired
    private LimitProperties limits;

    @LocalManagementPort
    private int managementPort;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/actuator/health",
                "/actuator/health/liveness",
                "/actuator/health/readiness",
                "/actuator/prometheus",
                "/actuator/info"
            })
    void operationsAreOnTheManagementPortOnly(String path) {
        management().get().uri(path).exchange().expectStatus().isOk();
        http.get().uri(path).exchange().expectStatus().isNotFound();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/actuator/env", "/actuator/heapdump", "/actuator/configprops", "/actuator/loggers"})
    void whatCouldLeakASecretIsNotExposed(String path) {
        management().get().uri(path).exchange().expectStatus().isNotFound();
    }

    @Test
    void everyMetricSaysWhichServiceItIsOf() {
        var metrics = management()
                .get()
                .uri("/actuator/prometheus")
                .exchange()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();

        assertThat(metrics).contains("jvm_memory_used_bytes{application=\"sample-service\"");
    }

    @Test
    void aServiceListensOnTheLoopbackAddressUnlessToldOtherwise() {
        assertThat(environment.getProperty("server.address")).isEqualTo("127.0.0.1");
        assertThat(environment.getProperty("management.server.address")).isEqualTo("127.0.0.1");
    }

    @Test
    void timesHaveMillisecondsAndOnlyDeclaredNullsAreWritten() {
        http.get()
                .uri("/api/public/answer")
                .exchange()
                .expectBody(String.class)
                .isEqualTo("{\"next\":null,\"at\":\"2026-01-01T00:00:00.120Z\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"problems.md", "http-api.md"})
    void theDocumentsKnowHowLongABodyMayTake(String document) throws IOException {
        var timeout = environment.getProperty("server.tomcat.connection-timeout", Duration.class);

        assertThat(Path.of("..", "docs", document))
                .content()
                .contains(limits.requestTime().toSeconds() + " s");
        assertThat(Files.readString(Path.of("..", "docs", document)).replaceAll("\\s+", " "))
                .containsPattern("nothing (of it |arrives )for " + timeout.toSeconds() + " s");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "1-1-1-1-1", "0198c5c8-0000-7000-8000-00000000000g"})
    void anIdThatIsNoUuidNamesItsVariable(String id) {
        as(ALICE, "/api/users/" + id)
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("userId")
                .jsonPath("$.errors[0].message")
                .isEqualTo("must be a UUID");
    }

    @Test
    void anIdInAPathBecomesItsType() {
        as(ALICE, "/api/users/" + ALICE).expectBody().jsonPath("$.userId").isEqualTo(ALICE.toString());
    }

    @Test
    void aConsistencyTokenReachesItsControllerAndAForeignOneDoesNot() {
        var token = consistencyTokens.encode(ALICE, ConsistencyToken.of("messages/3", 7));

        as(ALICE, "/api/token", token).expectBody(String.class).isEqualTo("{\"messages/3\":7}");
        as(ALICE, "/api/token").expectBody(String.class).isEqualTo("{}");
        as(new UserId(UUID.randomUUID()), "/api/token", token)
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:webchat:problem:invalid-consistency-token");
    }

    @Test
    void aMissingSettingStopsTheServiceAndIsNamed(CapturedOutput output) {
        assertThatThrownBy(() -> SpringApplication.run(
                        SampleService.class, "--server.port=0", "--spring.application.name=${SAMPLE_NAME}"))
                .isNotNull();

        assertThat(output).contains("The required setting SAMPLE_NAME is missing.");
    }

    private RestTestClient management() {
        return RestTestClient.bindToServer()
                .baseUrl("http://127.0.0.1:" + managementPort)
                .build();
    }

    private RestTestClient.ResponseSpec as(UserId user, String path, String... consistencyToken) {
        var now = Instant.now();
        return http.get()
                .uri(path)
                .header(
                        HttpHeaders.AUTHORIZATION,
                        "Bearer " + accessTokens.issue(user, "session-1", now, now.plusSeconds(60)))
                .header(ConsistencyTokens.HEADER, consistencyToken)
                .exchange();
    }
}
