package io.webchat.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.webchat.client.Endpoints;
import io.webchat.client.Ids;
import io.webchat.client.WebChatClient;
import io.webchat.client.gateway.ReceivedMessages;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Whether rules and dashboards ask for what a running platform measures. {@code ./webchat test system} names one. */
@EnabledIfSystemProperty(
        named = "webchat.url",
        matches = ".+",
        disabledReason = "no running platform is named; ./webchat test system starts one")
class LiveMetricsTest {
    private static final List<Integer> MANAGEMENT_PORTS = List.of(9081, 9082, 9083, 9084);

    /** From an instance of a service to the next, which may be the one that was asked, if the platform has it. */
    private static final int TO_SECOND_INSTANCE = 100;

    private static final Pattern NAME = Pattern.compile("(?m)^([a-zA-Z_:][a-zA-Z0-9_:]*)[{ ]");

    /** Of Prometheus itself, and of what a platform without containers lacks: the host, Alertmanager, rate limits. */
    private static final Pattern ELSEWHERE =
            Pattern.compile("up|ALERTS|node_\\w+|alertmanager_\\w+|webchat_rate_limit_\\w+");

    private final HttpClient http = WebChatClient.newHttpClient();

    @BeforeEach
    void somebodySaysSomethingToSomebody() throws Exception {
        var url = URI.create(System.getProperty("webchat.url"));
        var person = new WebChatClient(http, Endpoints.of(url)).patient(Duration.ofSeconds(60));
        var name = "ops" + UUID.randomUUID().toString().substring(0, 8);
        person.register(name + "@example.org", name, "a long password of " + name);
        var server = person.createServer("metrics");
        var received = new ReceivedMessages();
        try (var connection = person.connect(received)) {
            connection.caughtUp().get(30, TimeUnit.SECONDS);
            var message = person.post(server.generalChannelId(), Ids.fresh(), "counted");
            received.arrival(message.messageId()).get(30, TimeUnit.SECONDS);
        }
        person.login(name, "a long password of " + name);
        person.servers();
        person.history(server.generalChannelId());
    }

    @AfterEach
    void close() {
        http.close();
    }

    @Test
    void every_metric_of_a_rule_or_a_dashboard_is_measured() {
        var wanted = new TreeSet<String>();
        AlertRules.alerts().forEach(alert -> wanted.addAll(Metrics.in(alert.expression())));
        AlertRules.recordings().forEach(rule -> wanted.addAll(Metrics.in(rule.getValue())));
        DashboardsTest.queries()
                .filter(query -> query.source().equals("prometheus"))
                .forEach(query -> wanted.addAll(Metrics.in(query.expression())));
        wanted.removeIf(metric -> ELSEWHERE.matcher(metric).matches());
        AlertRules.recordings().forEach(rule -> wanted.remove(rule.getKey()));
        assertThat(wanted).hasSizeGreaterThan(60);

        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofSeconds(1))
                .untilAsserted(() -> assertThat(measured()).containsAll(wanted));
    }

    /** A histogram answers exactly at its own boundaries only. */
    @Test
    void the_objectives_lie_on_boundaries_of_their_histograms() {
        var lines = exposition();
        assertThat(lines)
                .anySatisfy(line -> assertThat(line)
                        .startsWith("http_server_requests_seconds_bucket{")
                        .contains("uri=\"/api/channels/{channelId}/messages\"", "method=\"POST\"", "le=\"0.1\""));
        assertThat(lines)
                .anySatisfy(line -> assertThat(line)
                        .startsWith("webchat_push_delivery_latency_seconds_bucket{")
                        .contains("le=\"0.25\""));
    }

    private Set<String> measured() {
        var gateway = Repository.text(Repository.ROOT.resolve("platform/gateway/metrics.sh"));
        return Stream.concat(
                        exposition().stream().map(line -> line.replaceFirst("[{ ].*", "")),
                        Pattern.compile("webchat_gateway_\\w+")
                                .matcher(gateway)
                                .results()
                                .map(found -> found.group()))
                .collect(Collectors.toSet());
    }

    private List<String> exposition() {
        var offset = Integer.getInteger("webchat.portOffset", 0);
        var first = MANAGEMENT_PORTS.stream().map(port -> port + offset).toList();
        var second = first.stream().map(port -> port + TO_SECOND_INSTANCE).filter(LiveMetricsTest::answers);
        return Stream.concat(first.stream(), second)
                .flatMap(port ->
                        get("http://127.0.0.1:" + port + "/actuator/prometheus").lines())
                .filter(line -> NAME.matcher(line).find())
                .toList();
    }

    private static boolean answers(int port) {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    private String get(String uri) {
        try {
            return http.send(HttpRequest.newBuilder(URI.create(uri)).build(), BodyHandlers.ofString())
                    .body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
