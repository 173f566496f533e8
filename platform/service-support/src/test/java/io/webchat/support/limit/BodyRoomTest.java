package io.webchat.support.limit;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.webchat.sample.SampleTest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

@SampleTest
@TestPropertySource(
        properties = {
            "webchat.limit.max-body=40KB",
            "webchat.limit.body-room=60KB",
            // A busy machine must not end the slow one before its time.
            "webchat.limit.request-time=60s",
            "server.tomcat.connection-timeout=60s"
        })
@Timeout(120)
class BodyRoomTest {
    private static final int LARGE = 40 * 1024;
    private static final Duration PATIENCE = Duration.ofSeconds(50);

    @LocalServerPort
    private int port;

    @Test
    void bodiesThatTogetherAreTooLargeDoNotComeInAtOnce() throws Exception {
        try (var slow = slowly()) {
            await().atMost(PATIENCE).untilAsserted(() -> {
                var refused = post(LARGE);
                assertThat(refused.statusCode()).isEqualTo(503);
                assertThat(refused.body()).contains("urn:webchat:problem:overloaded");
                assertThat(refused.headers().firstValue("Retry-After")).hasValue("5");
            });
            assertThat(post(18 * 1024).statusCode()).isEqualTo(200);
            assertThat(post(10 * 1024).statusCode()).isEqualTo(200);

            slow.getOutputStream().write(new byte[LARGE - 1]);
            assertThat(new String(slow.getInputStream().readNBytes(12), US_ASCII))
                    .isEqualTo("HTTP/1.1 200");
        }
        await().atMost(PATIENCE).until(() -> post(LARGE).statusCode() == 200);
    }

    private Socket slowly() throws IOException {
        var socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.getOutputStream()
                .write(("POST /api/public/bytes HTTP/1.1\r\nHost: localhost\r\nContent-Length: " + LARGE + "\r\n"
                                + "Content-Type: application/octet-stream\r\n\r\nx")
                        .getBytes(US_ASCII));
        return socket;
    }

    private HttpResponse<String> post(int length) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/public/bytes"))
                .version(HttpClient.Version.HTTP_1_1)
                .header("Content-Type", "application/octet-stream")
                .POST(HttpRequest.BodyPublishers.ofByteArray(new byte[length]))
                .build();
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        }
    }
}
