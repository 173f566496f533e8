package io.webchat.deployment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The rules in a real Prometheus, whose alerts go through a real Alertmanager with the real configuration. Only the
 * times are shorter: what the rules wait for, and how long Alertmanager collects.
 */
class AlertDeliveryTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    private Path directory;

    private final Map<String, List<String>> posts = new HashMap<>();
    private final int prometheusPort = Sockets.freePort();
    private final int alertmanagerPort = Sockets.freePort();
    private HttpServer sink;
    private MailSink mail;
    private Process alertmanager;
    private Process prometheus;
    private volatile String metrics = "";

    @BeforeEach
    void start() throws IOException {
        var prometheusTool = Tool.require("prometheus");
        var alertmanagerTool = Tool.require("alertmanager", "prometheus-alertmanager");
        sink = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        for (var path : List.of("/webhook", "/slack")) {
            posts.put(path, new CopyOnWriteArrayList<>());
            sink.createContext(path, exchange -> {
                posts.get(path).add(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
                exchange.sendResponseHeaders(200, -1);
                exchange.close();
            });
        }
        sink.createContext("/metrics", exchange -> {
            var body = metrics.getBytes(UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/plain; version=0.0.4");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        sink.start();
        mail = new MailSink();
        alertmanager = alertmanagerTool.start(
                directory.resolve("alertmanager.log"),
                Map.of(),
                "--config.file=" + alertmanagerConfig(),
                "--storage.path=" + directory.resolve("alertmanager"),
                "--web.listen-address=127.0.0.1:" + alertmanagerPort,
                "--cluster.listen-address=");
        prometheus = prometheusTool.start(
                directory.resolve("prometheus.log"),
                Map.of(),
                "--config.file=" + prometheusConfig(),
                "--storage.tsdb.path=" + directory.resolve("prometheus"),
                // What fires before Alertmanager is found is told again soon.
                "--rules.alert.resend-delay=1s",
                "--web.listen-address=127.0.0.1:" + prometheusPort);
    }

    @AfterEach
    void stop() throws Exception {
        for (var process : new Process[] {prometheus, alertmanager}) {
            if (process != null) {
                process.destroy();
                process.waitFor();
            }
        }
        if (sink != null) {
            sink.stop(0);
            mail.close();
        }
    }

    @Test
    void an_alert_reaches_the_webhook_slack_and_a_mailbox_and_so_does_its_end() {
        metrics = """
                webchat_dependency_up{application="projection-service",dependency="redis"} 0
                webchat_dependency_up{application="push-service",dependency="redis"} 1
                """;

        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(posts.get("/webhook"))
                    .anySatisfy(post -> assertThat(post)
                            .contains(
                                    "\"alertname\":\"RedisUnreachable\"",
                                    "\"status\":\"firing\"",
                                    "redis-unreachable.md"));
            assertThat(posts.get("/slack"))
                    .anySatisfy(post -> assertThat(post).contains("#webchat-alerts", "!here", "RedisUnreachable"));
            assertThat(mail.messages())
                    .anySatisfy(message -> assertThat(message)
                            .contains(
                                    "RCPT TO:<operators@example.org>",
                                    "[WebChat] FIRING critical: RedisUnreachable",
                                    "projection-service does not reach Redis"));
        });

        metrics = "webchat_dependency_up{application=\"projection-service\",dependency=\"redis\"} 1\n";

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(posts.get("/webhook"))
                        .anySatisfy(post -> assertThat(post)
                                .contains("\"alertname\":\"RedisUnreachable\"", "\"status\":\"resolved\"")));
    }

    @Test
    void a_broker_that_is_down_silences_the_lag_that_follows_from_it() {
        metrics = """
                webchat_dependency_up{application="projection-service",dependency="kafka"} 0
                webchat_log_group_lag_seconds{group="webchat-projection-timeline",topic="webchat.messages",partition="0"} 90
                """;

        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(posts.get("/webhook"))
                    .anySatisfy(post -> assertThat(post).contains("\"alertname\":\"KafkaUnreachable\""));
            assertThat(suppressed()).contains("ConsumerLagHigh");
        });
    }

    /** Which reads, and which does not, says nothing about why a view does not get on. */
    @Test
    void an_instance_that_is_down_does_not_silence_a_view_that_stopped_elsewhere() {
        metrics = """
                up{job="projection-service",instance="a"} 0
                up{job="projection-service",instance="b"} 1
                webchat_projection_running{instance="b",view="timeline"} 0
                webchat_dependency_up{application="projection-service",instance="a",dependency="mongodb"} 0
                webchat_dependency_up{application="projection-service",instance="b",dependency="mongodb"} 1
                webchat_dependency_up{application="projection-service",instance="a",dependency="kafka"} 0
                webchat_dependency_up{application="projection-service",instance="b",dependency="kafka"} 1
                """;

        await().atMost(PATIENCE).ignoreException(ConnectException.class).untilAsserted(() -> {
            for (var alert : List.of("ServiceDown", "MongoDBUnreachable", "KafkaUnreachable", "ProjectionStopped")) {
                assertThat(active()).contains("\"alertname\":\"" + alert + "\"");
            }
            assertThat(suppressed()).doesNotContain("ProjectionStopped");
        });
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(posts.get("/webhook"))
                        .anySatisfy(post -> assertThat(post).contains("\"alertname\":\"ProjectionStopped\"")));
    }

    @Test
    void a_service_without_an_instance_silences_what_follows_from_it_and_nothing_else() {
        metrics = """
                up{job="projection-service",instance="a"} 0
                webchat_log_group_lag_seconds{group="webchat-projection-timeline",topic="webchat.messages",partition="0"} 90
                webchat_log_group_lag_seconds{group="somebody-elses",topic="webchat.messages",partition="0"} 90
                """;

        await().atMost(PATIENCE).ignoreException(ConnectException.class).untilAsserted(() -> {
            assertThat(suppressed()).contains("webchat-projection-timeline", "\"instance\":\"a\"");
            assertThat(active()).contains("\"group\":\"somebody-elses\"", "No instance of projection-service answers");
        });
    }

    private String active() throws Exception {
        return alerts("active=true&silenced=false&inhibited=false");
    }

    private String suppressed() throws Exception {
        return alerts("active=false&silenced=false&inhibited=true");
    }

    private String alerts(String query) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(
                            URI.create("http://127.0.0.1:" + alertmanagerPort + "/api/v2/alerts?" + query))
                    .build();
            return client.send(request, BodyHandlers.ofString()).body();
        }
    }

    private Path alertmanagerConfig() throws IOException {
        var environment = new HashMap<>(AlertmanagerConfigTest.ENVIRONMENT);
        var base = "http://127.0.0.1:" + sink.getAddress().getPort();
        environment.put("SMTP_URL", "smtp+insecure://127.0.0.1:" + mail.port());
        environment.put("SLACK_WEBHOOK_URL", base + "/slack");
        environment.put("WEBHOOK_URL", base + "/webhook");
        var config = AlertmanagerConfigTest.render(environment)
                .succeeds()
                .output()
                .replaceAll("group_wait: \\w+", "group_wait: 1s")
                .replaceAll("group_interval: \\w+", "group_interval: 1s");
        return Files.writeString(directory.resolve("alertmanager.yml"), config);
    }

    private Path prometheusConfig() throws IOException {
        Files.createDirectory(directory.resolve("rules"));
        for (var rules : Repository.files("platform/monitoring/prometheus/rules", ".yml")) {
            var quick = Repository.text(rules).replaceAll("(?m)^( *for:) \\w+$", "$1 1s");
            Files.writeString(directory.resolve("rules").resolve(rules.getFileName()), quick);
        }
        return Files.writeString(directory.resolve("prometheus.yml"), """
                global: { scrape_interval: 1s, scrape_timeout: 1s, evaluation_interval: 1s }
                rule_files: [rules/*.yml]
                alerting: { alertmanagers: [{ static_configs: [{ targets: ["127.0.0.1:%d"] }] }] }
                scrape_configs:
                  - job_name: test
                    honor_labels: true
                    static_configs: [{ targets: ["127.0.0.1:%d"] }]
                """.formatted(
                        alertmanagerPort, sink.getAddress().getPort()));
    }
}
