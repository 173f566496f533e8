package io.webchat.support.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.webchat.sample.SampleTest;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@SampleTest
class BodyLimitTest {
    private static final int LIMIT = 10 * 1024;

    @LocalServerPort
    private int port;

    @Test
    void aBodyOfExactlyTheLimitIsAccepted() throws Exception {
        assertThat(post(HttpRequest.BodyPublishers.ofByteArray(new byte[LIMIT])).body())
                .isEqualTo("{\"length\":" + LIMIT + "}");
        assertThat(post(chunked(LIMIT)).body()).isEqualTo("{\"length\":" + LIMIT + "}");
    }

    @Test
    void aBodyThatDeclaresOneByteMoreIsRefused() throws Exception {
        expectTooLarge(post(HttpRequest.BodyPublishers.ofByteArray(new byte[LIMIT + 1])));
    }

    @Test
    void aBodyThatStreamsOneByteMoreIsRefused() throws Exception {
        expectTooLarge(post(chunked(LIMIT + 1)));
    }

    @Test
    void aKindOfRequestHasALimitOfItsOwn() throws Exception {
        assertThat(put(chunked(2 * LIMIT)).body()).isEqualTo("{\"length\":" + 2 * LIMIT + "}");
        expectTooLarge(put(chunked(2 * LIMIT + 1)));
        expectTooLarge(put(HttpRequest.BodyPublishers.ofByteArray(new byte[2 * LIMIT + 1])));
    }

    private HttpResponse<String> put(HttpRequest.BodyPublisher body) throws Exception {
        return send(request("/api/public/files/large").PUT(body));
    }

    private static void expectTooLarge(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("urn:webchat:problem:body-too-large");
    }

    private static HttpRequest.BodyPublisher chunked(int length) {
        return HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[length]));
    }

    private HttpResponse<String> post(HttpRequest.BodyPublisher body) throws Exception {
        return send(request("/api/public/bytes")
                .header("Content-Type", "application/octet-stream")
                .POST(body));
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
