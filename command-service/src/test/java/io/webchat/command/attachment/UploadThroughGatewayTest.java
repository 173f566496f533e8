package io.webchat.command.attachment;

import static io.webchat.command.attachment.Files.noise;
import static org.assertj.core.api.Assertions.assertThat;

import io.webchat.command.CommandServiceApplication;
import io.webchat.command.Commands;
import io.webchat.log.Ids;
import io.webchat.standalone.gateway.Gateway;
import io.webchat.standalone.gateway.Upstreams;
import io.webchat.test.ServiceInstance;
import io.webchat.test.TestUser;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Uploads with their real limits, on the way that a browser's take: whoever is refused must see the answer. */
class UploadThroughGatewayTest {
    private static final int MAX = 25 * 1024 * 1024;

    @Test
    void aFileOfTheLimitArrivesAndWhoSendsMoreOrMayNotSendIsTold() throws Exception {
        var port = freePort();
        try (var instance = ServiceInstance.start(CommandServiceApplication.class, "webchat.attachments.quota=40MB");
                var ignored = gateway(port, instance);
                var client = HttpClient.newHttpClient()) {
            var ada = instance.user();
            var channel = Commands.at(instance.port()).createServer(ada).generalChannelId();
            var uploads = "http://127.0.0.1:" + port + "/api/channels/" + channel + "/attachments/";

            for (var body : List.of(declared(MAX + 1), streamed(MAX + 1), streamed(MAX + 8_000_000))) {
                assertAnswer(put(client, uploads, ada, body), 413, "body-too-large");
            }
            assertAnswer(put(client, uploads, ada, declared(MAX)), 201, "\"size\":" + MAX);
            assertAnswer(put(client, uploads, ada, declared(MAX)), 413, "quota-exceeded");
            assertAnswer(put(client, uploads, ada, streamed(MAX)), 413, "quota-exceeded");
            assertAnswer(put(client, uploads, instance.user(), streamed(MAX)), 404, "unknown-channel");
            assertAnswer(put(client, uploads, ada, declared(500)), 201, "\"size\":500");
        }
    }

    private static Gateway gateway(int port, ServiceInstance command) {
        var services = List.of(URI.create("http://127.0.0.1:" + command.port()));
        return Gateway.start(
                List.of("127.0.0.1"), port, new Upstreams(services, services, services, services, services));
    }

    private static HttpResponse<String> put(HttpClient client, String uploads, TestUser user, BodyPublisher body)
            throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(URI.create(uploads + Ids.fresh() + "?name=noise"))
                        .version(HttpClient.Version.HTTP_1_1)
                        .header("Authorization", user.bearer())
                        .PUT(body)
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static BodyPublisher declared(int length) {
        return BodyPublishers.ofByteArray(noise(length));
    }

    private static BodyPublisher streamed(int length) {
        return BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(noise(length)));
    }

    private static void assertAnswer(HttpResponse<String> answer, int status, String part) {
        assertThat(answer.body()).contains(part);
        assertThat(answer.statusCode()).isEqualTo(status);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
