package io.webchat.client;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** One request and its answer: JSON out, JSON in, problems as exceptions. Knows nothing about users. */
final class Exchange {
    /** A little more than the time after which a service itself gives up. */
    private static final Duration TIMEOUT = Duration.ofSeconds(35);

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient http;
    private final String method;
    private final URI uri;
    private final HttpRequest.Builder request;

    Exchange(HttpClient http, String method, URI uri) {
        this.http = http;
        this.method = method;
        this.uri = uri;
        this.request = HttpRequest.newBuilder(uri)
                .timeout(TIMEOUT)
                .header("Accept", "application/json, application/problem+json")
                .method(method, BodyPublishers.noBody());
    }

    Exchange header(String name, String value) {
        request.header(name, value);
        return this;
    }

    Exchange body(@Nullable Object body) {
        if (body != null) {
            request.header("Content-Type", "application/json");
            request.method(method, BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)));
        }
        return this;
    }

    /**
     * Sends it and waits for an answer that will not change.
     *
     * @param patience for how long it is sent again while the outcome is not known; zero sends it once
     * @throws ProblemException if the answer is anything but a success
     * @throws UncheckedIOException if there is no answer; whether the request had an effect is then not known
     */
    HttpResponse<byte[]> send(Duration patience) {
        return Retry.untilKnown(patience, this::sendOnce);
    }

    private HttpResponse<byte[]> sendOnce() {
        HttpResponse<byte[]> answer;
        try {
            answer = http.send(request.build(), BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + uri + ": " + describe(e), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new InterruptedIOException(method + " " + uri + ": interrupted"));
        }
        if (answer.statusCode() / 100 != 2) {
            throw Problems.read(JSON, method + " " + uri.getPath(), answer);
        }
        return answer;
    }

    static <T> T read(HttpResponse<byte[]> answer, Class<T> type) {
        return JSON.readValue(answer.body(), type);
    }

    private static String describe(IOException e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }
}
