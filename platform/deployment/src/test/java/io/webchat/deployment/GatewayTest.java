package io.webchat.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What nginx does that the embedded default's gateway does not, or does in its own way. */
class GatewayTest {
    @TempDir
    private Path directory;

    private final Backends backends = new Backends();
    private HttpClient client;
    private NginxGateway gateway;
    private HttpServer first;
    private HttpServer second;

    @BeforeEach
    void start() throws Exception {
        gateway = new NginxGateway(directory.resolve("gateway"));
        first = backends.add("command-1");
        second = backends.add("command-2");
        gateway.with("COMMAND", Backends.endpoint(first) + " " + Backends.endpoint(second))
                .with("PROJECTION", Backends.endpoint(backends.add("projection")))
                .with("AUTH", Backends.endpoint(backends.add("auth")))
                .with("PUSH", "127.0.0.1:" + Sockets.freePort())
                .with("WEB", "no-such-host.invalid:3000")
                .start();
        client = TrustingClient.create();
    }

    @AfterEach
    void stop() throws InterruptedException {
        if (client != null) {
            client.close();
            gateway.close();
        }
        backends.close();
    }

    @Test
    void the_configuration_is_valid() {
        gateway.check().succeeds();
    }

    @Test
    void speaks_http_2_and_wants_tls_from_now_on() throws Exception {
        var response = send("GET", "/api/servers", "");

        assertThat(response.version()).isEqualTo(HttpClient.Version.HTTP_2);
        assertThat(response.headers().firstValue("Strict-Transport-Security")).contains("max-age=63072000");
        assertThat(send("GET", "/actuator", "").headers().firstValue("Strict-Transport-Security"))
                .isPresent();
        assertThat(send("GET", "/", "").headers().firstValue("Strict-Transport-Security"))
                .isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void speaks_current_tls(String version) throws Exception {
        try (var socket = tls(version)) {
            socket.startHandshake();
            assertThat(socket.getSession().getProtocol()).isEqualTo(version);
        }
    }

    @Test
    void does_not_speak_older_tls() {
        var openssl = Tool.require("openssl");
        var result = openssl.run(
                "s_client", "-connect", "127.0.0.1:" + gateway.https, "-tls1_1", "-cipher", "DEFAULT:@SECLEVEL=0");
        assertThat(result.exitCode()).isNotZero();
        assertThat(result.output()).containsAnyOf("alert protocol version", "no protocols available");
    }

    @Test
    void plain_http_leads_to_tls_except_for_challenges_of_certbot() throws Exception {
        Files.createDirectories(directory.resolve("gateway/acme/.well-known/acme-challenge"));
        Files.writeString(directory.resolve("gateway/acme/.well-known/acme-challenge/token"), "answer");

        var redirect = plain("/channels/1?a=b");
        assertThat(redirect.statusCode()).isEqualTo(308);
        assertThat(redirect.headers().firstValue("Location")).contains("https://127.0.0.1/channels/1?a=b");
        assertThat(plain("/.well-known/acme-challenge/token").body()).isEqualTo("answer");
    }

    @Test
    void plain_http_leads_to_the_port_by_which_people_reach_tls() throws Exception {
        try (var elsewhere = new NginxGateway(directory.resolve("elsewhere"))
                .with("HTTPS_PORT", "8443")
                .start()) {
            var redirect = get("http://127.0.0.1:" + elsewhere.http + "/channels/1?a=b");

            assertThat(redirect.statusCode()).isEqualTo(308);
            assertThat(redirect.headers().firstValue("Location")).contains("https://127.0.0.1:8443/channels/1?a=b");
        }
    }

    @Test
    void is_there_by_ipv6_and_sees_by_which_address() throws Exception {
        Assumptions.assumeTrue(Files.exists(Path.of("/proc/net/if_inet6")), "skipped: this machine has no IPv6");

        try (var socket = TrustingClient.context().getSocketFactory().createSocket("::1", gateway.https)) {
            socket.getOutputStream()
                    .write("GET /api/headers HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII))
                    .contains("X-forwarded-for=[::1]");
        }
        assertThat(get("http://[::1]:" + gateway.http + "/").statusCode()).isEqualTo(308);
    }

    @Test
    void instances_share_the_work_and_one_that_is_gone_is_passed_over() throws Exception {
        var answers = new HashSet<String>();
        for (var i = 0; i < 8; i++) {
            answers.add(send("POST", "/api/servers", "{}").body().substring(0, 9));
        }
        assertThat(answers).containsExactlyInAnyOrder("command-1", "command-2");

        second.stop(0);
        for (var i = 0; i < 8; i++) {
            assertThat(send("POST", "/api/servers", "{}").body()).startsWith("command-1");
        }
    }

    @Test
    void nobody_left_is_a_problem_with_retry_after() throws Exception {
        for (var path : new String[] {"/ws", "/"}) {
            var response = send("GET", path, "");
            assertThat(response.statusCode()).isEqualTo(503);
            assertThat(response.headers().firstValue("Retry-After")).contains("1");
            assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
            assertThat(response.body()).contains("urn:webchat:problem:unavailable");
        }
    }

    @Test
    void an_error_of_a_service_goes_through_as_it_is() throws Exception {
        var response = send("GET", "/api/broken", "");

        assertThat(response.statusCode()).isEqualTo(500);
        assertThat(response.body()).startsWith("projection");
    }

    @Test
    void tells_the_service_who_asked_and_does_not_believe_the_client() throws Exception {
        var request = HttpRequest.newBuilder(URI.create("https://localhost:" + gateway.https + "/api/headers"))
                .header("X-Forwarded-For", "203.0.113.9")
                .header("X-Forwarded-Host", "evil.example.org")
                .header("Forwarded", "for=203.0.113.9")
                .build();

        var headers = client.send(request, BodyHandlers.ofString()).body();

        assertThat(headers)
                .contains(
                        "X-forwarded-for=[127.0.0.1]", "X-forwarded-proto=[https]", "Host=[localhost:" + gateway.https)
                .doesNotContain("203.0.113.9", "evil.example.org");
    }

    @Test
    void nobody_gets_a_tunnel() throws Exception {
        try (var socket = tls("TLSv1.3")) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream()
                    .write("CONNECT elsewhere.example.org:443 HTTP/1.1\r\nHost: elsewhere.example.org\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            assertThat(new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII))
                    .isIn("HTTP/1.1 405", "HTTP/1.1 400");
        }
    }

    /** Kept until they are whole, the bodies of a few hundred slow clients would fill the gateway's memory. */
    @Test
    void a_body_goes_through_as_it_comes() throws Exception {
        try (var socket = tls("TLSv1.3")) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream()
                    .write("POST /api/early HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100000\r\n\r\n{"
                            .getBytes(StandardCharsets.US_ASCII));
            assertThat(new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII))
                    .isEqualTo("HTTP/1.1 200");
        }
    }

    /** Fifty more than ten a second may come at once. */
    @Test
    void an_address_that_asks_too_often_is_told_so() throws Exception {
        var answers = new TreeMap<Integer, Integer>();
        HttpResponse<String> refused = null;
        for (var i = 0; i < 200; i++) {
            var response = send("POST", "/api/auth/login", "{}");
            answers.merge(response.statusCode(), 1, Integer::sum);
            refused = response.statusCode() == 429 ? response : refused;
        }
        assertThat(answers).containsKeys(200, 429);
        assertThat(answers.get(200)).isGreaterThanOrEqualTo(50);
        assertThat(refused.headers().firstValue("Retry-After")).contains("1");
        assertThat(refused.body()).contains("urn:webchat:problem:too-many-requests");
        assertThat(send("GET", "/api/servers", "").statusCode()).isEqualTo(200);
    }

    @Test
    void management_is_on_a_port_of_its_own() throws Exception {
        await().untilAsserted(() -> assertThat(internal("/metrics").body())
                .contains(
                        "webchat_gateway_certificate_expiry_seconds 1",
                        "webchat_gateway_instances{upstream=\"command\"} 2",
                        "webchat_gateway_instances{upstream=\"web\"} 0",
                        "webchat_gateway_connections ",
                        "webchat_gateway_requests_total "));
        assertThat(internal("/healthz").body()).isEqualTo("ok" + System.lineSeparator());
        assertThat(send("GET", "/metrics", "").statusCode()).isEqualTo(503);
        assertThat(send("GET", "/status", "").statusCode()).isEqualTo(503);
    }

    /** A service that is down counts nothing itself. */
    @Test
    void what_no_service_answered_is_counted_and_what_one_did_is_not() throws Exception {
        send("GET", "/api/broken", "");
        send("GET", "/", "");
        send("GET", "/ws", "");
        awaitErrors(2);

        // So many that they are put aside.
        var failures = directory.resolve("gateway/run/failures");
        Files.writeString(failures, "unavailable\n".repeat(6_000), StandardOpenOption.APPEND);
        awaitErrors(6_002);
        await().until(() -> Files.exists(failures) && Files.size(failures) == 0);
        awaitErrors(6_002);
        send("GET", "/", "");
        awaitErrors(6_003);
    }

    private void awaitErrors(int count) {
        await().untilAsserted(() -> assertThat(internal("/metrics").body())
                .contains(
                        "webchat_gateway_errors_total{cause=\"unavailable\"} " + count + System.lineSeparator(),
                        "webchat_gateway_errors_total{cause=\"timeout\"} 0"));
    }

    @Test
    void takes_over_a_certificate_of_certbot_without_a_restart() throws Exception {
        var live = Files.createDirectories(directory.resolve("gateway/live/localhost"));
        Tool.require("openssl")
                .run(
                        "req",
                        "-x509",
                        "-newkey",
                        "ec",
                        "-pkeyopt",
                        "ec_paramgen_curve:P-256",
                        "-nodes",
                        "-days",
                        "90",
                        "-subj",
                        "/CN=renewed.example.org",
                        "-keyout",
                        live.resolve("privkey.pem"),
                        "-out",
                        live.resolve("fullchain.pem"))
                .succeeds();

        await().untilAsserted(() -> {
            try (var socket = tls("TLSv1.3")) {
                socket.startHandshake();
                assertThat(socket.getSession().getPeerPrincipal().getName()).isEqualTo("CN=renewed.example.org");
            }
        });
    }

    @Test
    void a_log_line_is_json_and_holds_no_query() throws Exception {
        send("GET", "/api/servers?secret=1", "");

        await().untilAsserted(() -> assertThat(gateway.log())
                .contains("\"method\":\"GET\",\"path\":\"/api/servers\"", "\"status\":200")
                .doesNotContain("secret"));
    }

    @Test
    void fail2ban_finds_the_address_that_floods_and_nobody_who_does_not() throws Exception {
        var fail2ban = Tool.require("fail2ban-regex");
        var filter = Repository.ROOT.resolve("platform/gateway/fail2ban/webchat.filter.conf");
        var forged = "\",\"client\":\"192.0.2.1\",\"method\":\"POST\",\"path\":\"/api/auth/login\",\"status\":401,";
        client.send(
                HttpRequest.newBuilder(URI.create("https://localhost:" + gateway.https + "/api/servers"))
                        .header("User-Agent", forged)
                        .build(),
                BodyHandlers.ofString());
        var refused = 0;
        for (var i = 0; i < 2_000 && refused < 10; i++) {
            refused += send("POST", "/api/auth/login", "{}").statusCode() == 429 ? 1 : 0;
        }
        var expected = refused;
        assertThat(expected).isEqualTo(10);
        await().until(() -> gateway.log().split("\"status\":429", -1).length > expected);

        var found = fail2ban.run(directory.resolve("gateway/log"), filter)
                .succeeds()
                .output();

        assertThat(found).contains(expected + " matched");
    }

    /** Whoever opens the web app without being logged in asks for a session and has none. */
    @Test
    void fail2ban_leaves_alone_who_is_not_logged_in_or_meets_a_limit_of_the_services() throws Exception {
        var fail2ban = Tool.require("fail2ban-regex");
        send("GET", "/api/servers", "");
        await().until(() -> gateway.log().contains("\"path\":\"/api/servers\""));
        var served = gateway.log()
                .lines()
                .filter(line -> line.contains("\"path\":\"/api/servers\""))
                .findFirst()
                .orElseThrow();
        var limited = answered(served, "GET", "/api/servers", 429);
        var flood = limited.replaceFirst("\"upstream\":\"[^\"]+\"", "\"upstream\":\"\"");
        assertThat(flood).isNotEqualTo(limited);
        var wrongPassword = answered(served, "POST", "/api/auth/login", 401);
        var harmless = List.of(
                limited,
                answered(served, "POST", "/api/auth/login", 429),
                answered(served, "POST", "/api/auth/login", 200),
                answered(served, "POST", "/api/auth/refresh", 401));
        var log = Files.write(
                directory.resolve("refused"),
                Stream.concat(Stream.of(flood, wrongPassword), harmless.stream())
                        .toList());

        var found = fail2ban.run(log, Repository.ROOT.resolve("platform/gateway/fail2ban/webchat.filter.conf"))
                .succeeds()
                .output();

        assertThat(found).contains("6 lines, 0 ignored, 2 matched, 4 missed");
    }

    private static String answered(String line, String method, String path, int status) {
        return line.replaceFirst("\"method\":\"\\w+\"", "\"method\":\"" + method + "\"")
                .replaceFirst("\"path\":\"[^\"]+\"", "\"path\":\"" + path + "\"")
                .replaceFirst("\"status\":\\d+", "\"status\":" + status);
    }

    private SSLSocket tls(String version) throws Exception {
        var socket = (SSLSocket) TrustingClient.context().getSocketFactory().createSocket("127.0.0.1", gateway.https);
        socket.setEnabledProtocols(new String[] {version});
        return socket;
    }

    private HttpResponse<String> send(String method, String path, String body) throws Exception {
        var publisher = body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body);
        var request = HttpRequest.newBuilder(URI.create("https://localhost:" + gateway.https + path))
                .method(method, publisher)
                .build();
        return client.send(request, BodyHandlers.ofString());
    }

    private HttpResponse<String> plain(String path) throws Exception {
        return get("http://127.0.0.1:" + gateway.http + path);
    }

    private HttpResponse<String> internal(String path) throws Exception {
        return get("http://127.0.0.1:" + gateway.internal + path);
    }

    private HttpResponse<String> get(String uri) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(URI.create(uri)).build(), BodyHandlers.ofString());
    }
}
