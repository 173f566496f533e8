package io.webchat.support.limit;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

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
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/** Each test waits for a time to be over, beside the others. */
@SampleTest
@TestPropertySource(properties = {"webchat.limit.request-time=2s", "server.tomcat.connection-timeout=4s"})
@Timeout(60)
class TimeLimitTest {
    @LocalServerPort
    private int port;

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void aRequestThatTakesTooLongIsCutOff() throws Exception {
        var answer = send(request("/api/public/stuck").GET());

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).contains("urn:webchat:problem:request-timeout");
        assertThat(answer.headers().firstValue("Retry-After")).hasValue("5");
    }

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void theConnectionOfARequestThatWasCutOffServesTheNextOne() throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            var stuck = client.send(request("/api/public/stuck").GET().build(), HttpResponse.BodyHandlers.ofString());
            var next = client.send(request("/api/public/answer").GET().build(), HttpResponse.BodyHandlers.ofString());

            assertThat(stuck.statusCode()).isEqualTo(503);
            assertThat(next.statusCode()).isEqualTo(200);
        }
    }

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void aBodyThatTricklesInIsCutOffOnceTheTimeIsOver() throws Exception {
        try (var socket = postHeaders()) {
            var out = socket.getOutputStream();
            for (var i = 0; i < 100 && socket.getInputStream().available() == 0; i++) {
                out.write('x');
                out.flush();
                Thread.sleep(Duration.ofMillis(100));
            }

            expectBodyTimeout(socket);
        }
    }

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void aBodyThatStopsArrivingIsCutOff() throws Exception {
        try (var socket = postHeaders()) {
            expectBodyTimeout(socket);
        }
    }

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void aKindOfRequestHasATimeOfItsOwnAndTheUsualPatienceWithABodyThatStops() throws Exception {
        try (var socket = headers("PUT /api/public/files/slow")) {
            var out = socket.getOutputStream();
            var begin = System.nanoTime();
            while (System.nanoTime() - begin < Duration.ofSeconds(3).toNanos()) {
                out.write('x');
                out.flush();
                Thread.sleep(Duration.ofMillis(100));
            }
            assertThat(socket.getInputStream().available()).isZero();

            expectBodyTimeout(socket);
        }
    }

    private Socket postHeaders() throws IOException {
        return headers("POST /api/public/bytes");
    }

    private Socket headers(String request) throws IOException {
        var socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.getOutputStream()
                .write((request + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000\r\n"
                                + "Content-Type: application/octet-stream\r\n\r\nx")
                        .getBytes(US_ASCII));
        return socket;
    }

    /** The server closes the connection after this answer, so the answer ends where the stream does. */
    private static void expectBodyTimeout(Socket socket) throws IOException {
        var answer = new String(socket.getInputStream().readAllBytes(), US_ASCII);
        assertThat(answer).startsWith("HTTP/1.1 408").contains("urn:webchat:problem:body-timeout");
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .version(HttpClient.Version.HTTP_1_1);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        }
    }
}
