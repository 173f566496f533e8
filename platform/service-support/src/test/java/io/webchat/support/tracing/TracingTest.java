package io.webchat.support.tracing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.webchat.sample.SampleTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.logging.logback.StructuredLogEncoder;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpHeaders;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.client.RestTestClient;

@SampleTest
@TestPropertySource(
        properties = {
            // Where exactly is said once it is known; what a line of the log looks like is decided before.
            "management.opentelemetry.tracing.export.otlp.endpoint=http://127.0.0.1:1/v1/traces",
            "management.opentelemetry.tracing.export.schedule-delay=50ms",
            "management.tracing.sampling.probability=0"
        })
@Import(TracingTest.Exporter.class)
@ExtendWith(OutputCaptureExtension.class)
class TracingTest {
    /**
     * Takes what arrives: were nobody there, spans would wait until each attempt to reach it has failed. It lives as
     * long as the service.
     */
    private static final HttpServer COLLECTOR = collector();

    private final String traceId = UUID.randomUUID().toString().replace("-", "");

    @Autowired
    private RestTestClient http;

    @Autowired
    private InMemorySpanExporter exported;

    @Autowired
    private Environment environment;

    @LocalManagementPort
    private int managementPort;

    @DynamicPropertySource
    static void exports(DynamicPropertyRegistry properties) {
        properties.add(
                "management.opentelemetry.tracing.export.otlp.endpoint",
                () -> "http://127.0.0.1:" + COLLECTOR.getAddress().getPort() + "/v1/traces");
    }

    private static HttpServer collector() {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/v1/traces", exchange -> {
                try (exchange) {
                    exchange.getRequestBody().readAllBytes();
                    exchange.sendResponseHeaders(200, -1);
                }
            });
            server.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The spans are looked at where they leave. */
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

        var exemplar = "(?m)^http_server_requests_seconds_bucket\\{.*uri=\"/api/public/list\".* # \\{.*trace_id=\""
                + traceId + "\".*$";
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(openMetrics()).containsPattern(exemplar));
    }

    @Test
    void aLineThatIsLoggedForARequestCarriesItsTrace(CapturedOutput output) {
        get(http, "/api/public/broken");

        assertThat(output.getOut().lines().filter(line -> line.contains("/api/public/broken failed")))
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line).contains("[" + traceId + "-"));
    }

    @Test
    void jsonLogsNameTheTraceAsTheirFormatDoes() {
        var logs = new LoggerContext();
        logs.putObject(Environment.class.getName(), environment);
        var encoder = new StructuredLogEncoder();
        encoder.setContext(logs);
        encoder.setFormat("ecs");
        encoder.start();
        var event = new LoggingEvent();
        event.setLevel(Level.INFO);
        event.setMessage("in a trace");
        event.setInstant(Instant.parse("2026-01-31T12:34:56.789Z"));
        event.setMDCPropertyMap(Map.of("traceId", traceId, "spanId", "b7ad6b7169203331"));

        assertThat(new String(encoder.encode(event), UTF_8))
                .contains("\"trace.id\":\"" + traceId + "\"", "\"span.id\":\"b7ad6b7169203331\"")
                .doesNotContain("traceId", "spanId");
    }

    private void get(RestTestClient client, String path) {
        client.get()
                .uri(path)
                .header("traceparent", "00-" + traceId + "-b7ad6b7169203331-01")
                .exchange()
                .returnResult(String.class);
    }

    private List<SpanData> awaitSpans() {
        return await().atMost(Duration.ofSeconds(60))
                .until(
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
        return RestTestClient.bindToServer().baseUrl("http://127.0.0.1:" + port).build();
    }
}
