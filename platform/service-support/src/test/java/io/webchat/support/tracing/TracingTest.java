package io.webchat.support.tracing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.webchat.sample.SampleService;
import io.webchat.sample.SampleTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpHeaders;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.client.RestTestClient;

@SampleTest
@TestPropertySource(
        properties = {
            // Nobody answers there; the spans are looked at where they leave.
            "management.opentelemetry.tracing.export.otlp.endpoint=" + TracingTest.NOWHERE,
            "management.opentelemetry.tracing.export.schedule-delay=50ms",
            "management.tracing.sampling.probability=0"
        })
@Import(TracingTest.Exporter.class)
@ExtendWith(OutputCaptureExtension.class)
class TracingTest {
    static final String NOWHERE = "http://127.0.0.1:1/v1/traces";

    private final String traceId = UUID.randomUUID().toString().replace("-", "");

    @Autowired
    private RestTestClient http;

    @Autowired
    private InMemorySpanExporter exported;

    @LocalManagementPort
    private int managementPort;

    @TestConfiguration
    static class Exporter {
        @Bean
        InMemorySpanExporter inMemorySpanExporter() {
            return InMemorySpanExporter.create();
        }
    }

    @Test
    void aRequestContinuesTheTraceOfItsCaller() {
        get(http, "/api/public/answer");

        var span = awaitSpans().getFirst();
        assertThat(span.getKind()).isEqualTo(SpanKind.SERVER);
        assertThat(span.getName()).isEqualTo("http get /api/public/answer");
        assertThat(span.getParentSpanId()).isEqualTo("b7ad6b7169203331");
        assertThat(span.getResource().getAttributes().asMap().values()).contains("sample-service");
    }

    @Test
    void noSpanSaysWhomOrWhatAPathNamed() {
        get(http, "/api/public/rejected?of=somebody");

        assertThat(awaitSpans())
                .allSatisfy(span -> assertThat(span.getAttributes().asMap().toString())
                        .contains("/api/public/rejected")
                        .doesNotContain("http.url", "somebody"));
    }

    @Test
    void thoseWhoWatchAServiceLeaveNoSpans() {
        get(management(), "/actuator/prometheus");
        get(http, "/api/public/answer");

        assertThat(awaitSpans()).extracting(SpanData::getName).containsExactly("http get /api/public/answer");
    }

    @Test
    void aHistogramNamesATraceAsAnExample() {
        get(http, "/api/public/list?limit=1");

        var exemplar = "(?m)^http_server_requests_seconds_bucket\\{.*uri=\"/api/public/list\".* # \\{.*trace_id=\"" + traceId
                + "\".*$";
        await().untilAsserted(() -> assertThat(openMetrics()).containsPattern(exemplar));
    }

    @Test
    void linesOfJsonLogsCarryTheTraceUnderTheNamesOfTheirFormat(CapturedOutput output) {
        var service = SpringApplication.run(
                SampleService.class,
                "--server.port=0",
                "--management.server.port=0",
                "--spring.application.name=sample-service",
                "--JWT_SECRET=" + SampleTest.SECRET,
                "--logging.structured.format.console=ecs",
                "--management.opentelemetry.tracing.export.otlp.endpoint=" + NOWHERE);
        try (service) {
            var server = ((WebServerApplicationContext) service).getWebServer();
            get(client(server.getPort()), "/api/public/broken");
        }
        assertThat(output.getOut().lines().filter(line -> line.contains("a detail that must not leak")))
                .isNotEmpty()
                .allSatisfy(line ->
                        assertThat(line).contains("\"trace.id\":\"" + traceId + "\"").containsPattern("\"span.id\":\"\\w{16}\""));
    }

    private void get(RestTestClient client, String path) {
        client.get()
                .uri(path)
                .header("traceparent", "00-" + traceId + "-b7ad6b7169203331-01")
                .exchange()
                .returnResult(String.class);
    }

    private List<SpanData> awaitSpans() {
        return await().until(
                        () -> exported.getFinishedSpanItems().stream()
                                .filter(span -> span.getTraceId().equals(traceId))
                                .toList(),
                        spans -> !spans.isEmpty());
    }

    private String openMetrics() {
        return management()
                .get()
                .uri("/actuator/prometheus")
                .header(HttpHeaders.ACCEPT, "application/openmetrics-text; version=1.0.0")
                .exchange()
                .returnResult(String.class)
                .getResponseBody();
    }

    private RestTestClient management() {
        return client(managementPort);
    }

    private static RestTestClient client(int port) {
        return RestTestClient.bindToServer()
                .baseUrl("http://127.0.0.1:" + port)
                .build();
    }
}
