package io.webchat.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import io.webchat.standalone.gateway.Gateway;
import io.webchat.standalone.gateway.Upstreams;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One routing table, two gateways: that of production and that of the embedded default answer alike. */
class GatewayRoutesTest {
    private static final Backends BACKENDS = new Backends();
    private static HttpClient client;
    private static NginxGateway nginx;
    private static Gateway embedded;
    private static int embeddedPort;

    @BeforeAll
    static void start(@TempDir Path directory) throws Exception {
        nginx = new NginxGateway(directory);
        var auth = BACKENDS.add("auth");
        var command = BACKENDS.add("command");
        var projection = BACKENDS.add("projection");
        var push = BACKENDS.add("push");
        var web = BACKENDS.add("web");
        nginx.with("AUTH", Backends.endpoint(auth))
                .with("COMMAND", Backends.endpoint(command))
                .with("PROJECTION", Backends.endpoint(projection))
                .with("PUSH", Backends.endpoint(push))
                .with("WEB", Backends.endpoint(web))
                .start();
        embeddedPort = Sockets.freePort();
        embedded = Gateway.start(
                List.of("127.0.0.1"),
                embeddedPort,
                new Upstreams(
                        List.of(Backends.uri(auth)),
                        List.of(Backends.uri(command)),
                        List.of(Backends.uri(projection)),
                        List.of(Backends.uri(push)),
                        List.of(Backends.uri(web))));
        client = TrustingClient.create();
    }

    @AfterAll
    static void stop() throws InterruptedException {
        if (embedded != null) {
            client.close();
            embedded.close();
            nginx.close();
        }
        BACKENDS.close();
    }

    @ParameterizedTest
    @CsvSource({
        "GET,    /,                                             web",
        "GET,    /channels/1?x=y,                               web",
        "GET,    /_next/static/chunks/1.js,                     web",
        "POST,   /anything,                                     web",
        "GET,    /apiary,                                       web",
        "GET,    /api,                                          projection",
        "POST,   /api,                                          command",
        "POST,   /api/auth,                                     auth",
        "POST,   /api/auth/login,                               auth",
        "GET,    /api/auth/me,                                  auth",
        "PUT,    /api/auth/me/avatar,                           auth",
        "GET,    /api/users/1/avatars/2/small,                  projection",
        "GET,    /api/authors,                                  projection",
        "GET,    /api/servers?limit=1,                          projection",
        "HEAD,   /api/servers,                                  projection",
        "POST,   /api/servers,                                  command",
        "PUT,    /api/servers,                                  command",
        "PATCH,  /api/servers,                                  command",
        "DELETE, /api/servers,                                  command",
        "OPTIONS,/api/servers,                                  command",
        "PUT,    /api/channels/1/attachments/2,                 command",
        "GET,    /api/channels/1/attachments/2/thumbnail,       projection",
        "PUT,    /api/servers/1/icon,                           command",
        "GET,    /api/servers/1/icons/2,                        projection",
        "GET,    /api/channels/1/attachments,                   projection",
        "GET,    /api/operations/views,                         projection",
        "POST,   /api/operations/views/timeline,                projection",
        "POST,   /api/operations,                               projection",
        "POST,   /api/operationsx,                              command",
        "GET,    /operations,                                   web",
        "GET,    /ws,                                           push",
        "GET,    /ws/,                                          web",
        "GET,    /wsx,                                          web",
        "GET,    /actuators,                                    web",
    })
    void both_ask_the_same_service(String method, String path, String service) throws Exception {
        for (var base : List.of("https://localhost:" + nginx.https, "http://127.0.0.1:" + embeddedPort)) {
            var response = send(base, method, path, "");
            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(response.headers().firstValue("Served-By")).as(base).contains(service);
            if (!method.equals("HEAD")) {
                assertThat(response.body()).endsWith(" " + method + " " + path);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "GET,  /actuator,                      0,        404, not-found",
        "GET,  /actuator/health,               0,        404, not-found",
        "GET,  /actuator/prometheus,           0,        404, not-found",
        "POST, /api/servers,                   1048577,  413, body-too-large",
        "PATCH, /api/auth/me,                  1048577,  413, body-too-large",
        "PUT,  /api/auth/me/avatar,            2097153,  413, body-too-large",
        "PUT,  /api/channels/1/attachments,    1048577,  413, body-too-large",
        "PUT,  /api/channels/1/attachments/2,  26214401, 413, body-too-large",
        "PUT,  /api/servers/1/icon,            26214401, 413, body-too-large",
        "PUT,  /api/servers/1/icons,           1048577,  413, body-too-large",
    })
    void both_refuse_the_same_with_the_same_problem(String method, String path, int body, int status, String type)
            throws Exception {
        for (var base : List.of("https://localhost:" + nginx.https, "http://127.0.0.1:" + embeddedPort)) {
            var response = send(base, method, path, "x".repeat(body));
            assertThat(response.statusCode()).as(base).isEqualTo(status);
            assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
            assertThat(response.body())
                    .contains("\"type\":\"urn:webchat:problem:" + type + "\"", "\"status\":" + status);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /api/servers, 1048576",
        "PUT, /api/auth/me/avatar, 2097152",
        "PUT, /api/channels/1/attachments/2, 26214400",
        "PUT, /api/servers/1/icon, 26214400"
    })
    void both_take_as_much_as_they_may(String method, String path, int body) throws Exception {
        for (var base : List.of("https://localhost:" + nginx.https, "http://127.0.0.1:" + embeddedPort)) {
            assertThat(send(base, method, path, "x".repeat(body)).statusCode())
                    .as(base)
                    .isEqualTo(200);
        }
    }

    private static HttpResponse<String> send(String base, String method, String path, String body)
            throws IOException, InterruptedException {
        var publisher = body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body);
        var request = HttpRequest.newBuilder(URI.create(base + path))
                .method(method, publisher)
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }
}
