package io.webchat.client;

import io.webchat.client.ProblemException.FieldError;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Reads problem details, and makes the best of answers that should have been one. */
final class Problems {
    private static final int EXCERPT = 200;

    private record Problem(
            @Nullable String type,
            @Nullable String detail,
            @Nullable List<FieldError> errors) {}

    private Problems() {}

    static ProblemException read(JsonMapper json, String request, HttpResponse<byte[]> answer) {
        var problem = parse(json, answer);
        return new ProblemException(
                request,
                answer.statusCode(),
                Objects.requireNonNullElse(problem.type(), "about:blank"),
                problem.detail(),
                Objects.requireNonNullElse(problem.errors(), List.of()),
                retryAfter(answer));
    }

    private static Problem parse(JsonMapper json, HttpResponse<byte[]> answer) {
        var contentType = answer.headers().firstValue("Content-Type").orElse("");
        if (contentType.startsWith("application/problem+json")) {
            try {
                return json.readValue(answer.body(), Problem.class);
            } catch (JacksonException e) {
                // Falls through: what it says is still worth showing.
            }
        }
        var text = new String(answer.body(), StandardCharsets.UTF_8);
        return new Problem(null, text.substring(0, Math.min(EXCERPT, text.length())), null);
    }

    /** Seconds only: the services never send the date form. */
    private static @Nullable Duration retryAfter(HttpResponse<?> answer) {
        return answer.headers()
                .firstValue("Retry-After")
                .filter(value -> value.matches("\\d{1,6}"))
                .map(value -> Duration.ofSeconds(Long.parseLong(value)))
                .orElse(null);
    }
}
