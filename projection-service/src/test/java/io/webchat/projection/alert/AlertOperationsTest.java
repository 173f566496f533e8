package io.webchat.projection.alert;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.webchat.domain.user.UserId;
import io.webchat.log.Ids;
import io.webchat.projection.alert.AlertOperationsEndpoint.Alert;
import io.webchat.projection.alert.AlertOperationsEndpoint.OperatedAlerts;
import io.webchat.support.problem.ProblemException;
import io.webchat.support.problem.ProblemType;
import io.webchat.support.token.AuthenticatedUser;
import io.webchat.support.token.Scope;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/** What operators are told of alerts, by a Prometheus that says what the test wants. */
class AlertOperationsTest {
    private static final Instant NOW = Instant.parse("2026-05-01T10:00:00Z");
    private static final Duration PATIENCE = Duration.ofMillis(500);
    private static final String ALERTS = """
            {"status":"success","data":{"alerts":[
              {"labels":{"alertname":"DiskLow","severity":"warning","instance":"a"},"annotations":{"summary":"The disk fills"},
               "state":"firing","activeAt":"2026-05-01T09:00:00.123456789Z","value":"1e+00"},
              {"labels":{"alertname":"CpuHigh","severity":"critical"},"annotations":{},
               "state":"pending","activeAt":"2026-05-01T09:59:00Z","value":"1e+00"},
              {"labels":{"alertname":"ServiceDown","severity":"critical","job":"push-service"},
               "annotations":{"summary":"Down","description":"No instance answers","runbook_url":"https://example.org/down"},
               "state":"firing","activeAt":"2026-05-01T09:50:00Z","value":"1e+00"},
              {"labels":{"alertname":"Unheard"},"state":"firing","activeAt":"2026-05-01T08:00:00Z","value":"1e+00"}]}}""";

    private final AuthenticatedUser operator =
            new AuthenticatedUser(new UserId(Ids.fresh()), "session", NOW, Set.of(Scope.OPERATOR));
    private final CountDownLatch over = new CountDownLatch(1);
    private HttpServer prometheus;
    private String path = "";

    @BeforeEach
    void start() throws IOException {
        prometheus = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        prometheus.start();
    }

    @AfterEach
    void stop() {
        over.countDown();
        prometheus.stop(0);
    }

    @Test
    void theWorstComesFirstWithWhatItsRuleSaysOfIt() {
        answers(200, ALERTS);

        var told = told(url());

        assertThat(path).isEqualTo("/api/v1/alerts");
        assertThat(told.at()).isEqualTo(NOW);
        assertThat(told.source()).isEqualTo("prometheus");
        assertThat(told.alerts())
                .extracting(Alert::name)
                .containsExactly("ServiceDown", "DiskLow", "Unheard", "CpuHigh");
        assertThat(told.alerts().getFirst())
                .isEqualTo(new Alert(
                        "ServiceDown",
                        "critical",
                        "firing",
                        Instant.parse("2026-05-01T09:50:00Z"),
                        "Down",
                        "No instance answers",
                        "https://example.org/down",
                        Map.of("job", "push-service")));
        assertThat(told.alerts().get(2).severity()).isEmpty();
        assertThat(told.alerts().get(2).summary()).isNull();
    }

    @Test
    void noAlertsAreNoAlerts() {
        answers(200, "{\"status\":\"success\",\"data\":{\"alerts\":[]}}");

        assertThat(told(url())).isEqualTo(new OperatedAlerts(NOW, "prometheus", List.of()));
    }

    @Test
    void withoutAPrometheusTheAnswerSaysSo() {
        assertThat(told("").source()).isEqualTo("none");
        assertThat(told(" ").source()).isEqualTo("none");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "500 | {\"status\":\"error\"}",
                "404 | nothing",
                "200 | <html>a page of a proxy</html>",
                "200 | {\"status\":\"success\"}",
                "200 | {\"data\":{\"alerts\":7}}",
            })
    void whatIsNoAnswerOfAPrometheusIsNotTakenForSilence(int status, String body) {
        answers(status, body);

        assertThat(told(url()).source()).isEqualTo("unreachable");
    }

    @Test
    void nobodyWaitsLongForAPrometheusThatDoesNotAnswer() {
        prometheus.createContext("/", exchange -> {
            try {
                over.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });

        assertThat(told(url()).source()).isEqualTo("unreachable");
    }

    @Test
    void whereNobodyListensThePlatformGoesOn() {
        var url = url();
        prometheus.stop(0);

        assertThat(told(url).source()).isEqualTo("unreachable");
    }

    @Test
    void nobodyElseIsToldAnything() {
        var somebody = new AuthenticatedUser(new UserId(Ids.fresh()), "session", NOW);

        assertThatThrownBy(() -> endpoint("").listAlerts(somebody))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.type()).isEqualTo(ProblemType.MISSING_PERMISSION));
    }

    private OperatedAlerts told(String url) {
        return endpoint(url).listAlerts(operator);
    }

    private static AlertOperationsEndpoint endpoint(String url) {
        return new AlertOperationsEndpoint(
                new PrometheusAlerts(new PrometheusProperties(url, PATIENCE), new JsonMapper()),
                Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private String url() {
        return "http://127.0.0.1:" + prometheus.getAddress().getPort();
    }

    private void answers(int status, String body) {
        var bytes = body.getBytes(UTF_8);
        prometheus.createContext("/", exchange -> {
            path = exchange.getRequestURI().toString();
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
    }
}
