package io.webchat.standalone.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GatewayTest {
    private final List<HttpServer> servers = new ArrayList<>();
    private final HttpClient client = HttpClient.newHttpClient();
    private HttpServer secondCommand;
    private Gateway gateway;
    private int port;

    @BeforeEach
    void start() throws IOException {
        secondCommand = server("command-2");
        port = freePort();
        gateway = Gateway.start(
                List.of("127.0.0.1"),
                port,
                new Upstreams(
                        List.of(uri(server("auth"))),
                        List.of(uri(server("command-1")), uri(secondCommand)),
                        List.of(uri(server("projection"))),
                        List.of(URI.create("http://127.0.0.1:" + freePort())),
                        List.of(uri(server("web")))));
    }

    @AfterEach
    void stop() {
        gateway.close();
        client.close();
        servers.forEach(server -> server.stop(0));
    }

    @ParameterizedTest
    @CsvSource({
        "GET,    /,                      web",
        "GET,    /channels/1?x=y,        web",
        "GET,    /apiary,                web",
        "POST,   /api/auth/login,        auth",
        "GET,    /api/auth/me,           auth",
        "GET,    /api/servers?limit=1,   projection",
        "GET,    /api/authors,           projection",
    })
    void routes_by_path_and_method(String method, String path, String answeredBy) throws Exception {
        var response = send(method, path, "");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEqualTo(answeredBy + " " + method + " " + path);
    }

    @ParameterizedTest
    @CsvSource({"POST", "PUT", "PATCH", "DELETE"})
    void commands_go_to_every_instance_in_turn(String method) throws Exception {
        var answers = new HashSet<String>();
        for (var i = 0; i < 4; i++) {
            answers.add(send(method, "/api/servers", "{}").body().substring(0, "command-1".length()));
        }
        assertThat(answers).containsExactlyInAnyOrder("command-1", "command-2");
    }

    @Test
    void a_dead_instance_is_passed_over_and_comes_back() throws Exception {
        secondCommand.stop(0);
        for (var i = 0; i < 6; i++) {
            assertThat(send("POST", "/api/servers", "{}").body()).startsWith("command-1");
        }
    }

    @Test
    void nobody_left_is_a_problem_with_retry_after() throws Exception {
        var response = send("GET", "/ws", "");

        assertProblem(response, 503, "urn:webchat:problem:unavailable");
        assertThat(response.headers().firstValue("Retry-After")).contains("1");
    }

    @ParameterizedTest
    @CsvSource({"elsewhere.example.org:443", "/", "/api/servers", "/ws"})
    void nobody_gets_a_tunnel(String target) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(10_000);
            var request = "CONNECT " + target + " HTTP/1.1\r\nHost: elsewhere.example.org\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));

            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII))
                    .startsWith("HTTP/1.1 405")
                    .contains("Allow: GET, HEAD, POST", "urn:webchat:problem:method-not-allowed");
        }
    }

    @Test
    void management_endpoints_do_not_exist_here() throws Exception {
        assertProblem(send("GET", "/actuator", ""), 404, "urn:webchat:problem:not-found");
        assertProblem(send("GET", "/actuator/health", ""), 404, "urn:webchat:problem:not-found");
    }

    @Test
    void a_body_over_a_megabyte_is_refused_and_one_of_a_megabyte_is_not() throws Exception {
        assertProblem(
                send("POST", "/api/servers", "x".repeat((1 << 20) + 1)), 413, "urn:webchat:problem:body-too-large");
        assertThat(send("POST", "/api/servers", "x".repeat(1 << 20)).statusCode())
                .isEqualTo(200);
    }

    @Test
    void a_file_may_be_larger_and_no_larger_than_25_megabytes() throws Exception {
        var path = "/api/channels/1/attachments/2";
        assertThat(send("PUT", path, "x".repeat(25 << 20)).body()).startsWith("command-");
        assertProblem(send("PUT", path, "x".repeat((25 << 20) + 1)), 413, "urn:webchat:problem:body-too-large");
        assertThat(send("GET", path + "/thumbnail", "").body()).startsWith("projection");
        assertProblem(
                send("PUT", "/api/channels/1/attachments", "x".repeat((1 << 20) + 1)),
                413,
                "urn:webchat:problem:body-too-large");
    }

    @Test
    void a_body_of_unknown_length_reaches_its_service() throws Exception {
        var body = BodyPublishers.ofInputStream(() -> InputStream.nullInputStream());
        var request = HttpRequest.newBuilder(uri("/api/servers")).POST(body).build();

        assertThat(client.send(request, HttpResponse.BodyHandlers.ofString()).statusCode())
                .isEqualTo(200);
    }

    @Test
    void tells_the_service_who_asked_and_does_not_believe_the_client() throws Exception {
        var request = HttpRequest.newBuilder(uri("/api/headers"))
                .header("X-Forwarded-For", "203.0.113.9")
                .header("Forwarded", "for=203.0.113.9;host=elsewhere.example.org")
                .build();

        var headers = client.send(request, HttpResponse.BodyHandlers.ofString()).body();

        assertThat(headers).contains("X-forwarded-for=127.0.0.1", "X-forwarded-proto=http", "Host=127.0.0.1:" + port);
        assertThat(headers).doesNotContainIgnoringCase("\nforwarded=").doesNotContain("elsewhere");
    }

    private HttpServer server(String name) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            var answer = name + " " + exchange.getRequestMethod() + " " + exchange.getRequestURI();
            if (exchange.getRequestURI().getPath().equals("/api/headers")) {
                var lines = new ArrayList<String>();
                exchange.getRequestHeaders().forEach((header, values) -> lines.add(header + "=" + values.getFirst()));
                answer = String.join("\n", lines);
            }
            var bytes = answer.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
        servers.add(server);
        return server;
    }

    private HttpResponse<String> send(String method, String path, String body) throws Exception {
        var publisher = body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body);
        var request =
                HttpRequest.newBuilder(uri(path)).method(method, publisher).build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static void assertProblem(HttpResponse<String> response, int status, String type) {
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(response.body()).contains("\"type\":\"" + type + "\"", "\"status\":" + status);
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    private static URI uri(HttpServer server) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
