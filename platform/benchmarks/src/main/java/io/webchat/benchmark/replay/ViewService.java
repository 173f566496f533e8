package io.webchat.benchmark.replay;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Asks a projection-service about one of its views, over its management port. */
final class ViewService {
    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int OK = 200;

    private final HttpClient http;
    private final URI views;
    private final String view;

    ViewService(HttpClient http, URI management, String view) {
        this.http = http;
        this.views = management.resolve("/actuator/views");
        this.view = view;
    }

    /**
     * Where the view is.
     *
     * @param building the generation that is being built; null for none
     * @param applied how many offsets of the log that one has behind it
     * @param total how many the one that is read has behind it
     * @param caughtUp whether they are as far
     */
    record State(
            String view,
            @Nullable Long building,
            @Nullable Long applied,
            long total,
            @Nullable Boolean caughtUp) {
        long reached() {
            return applied == null ? 0 : applied;
        }

        boolean isDone() {
            return Boolean.TRUE.equals(caughtUp);
        }
    }

    private record States(List<State> views) {}

    State state() throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(views), States.class).views().stream()
                .filter(state -> state.view().equals(view))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("there is no view " + view));
    }

    State rebuild() throws IOException, InterruptedException {
        return act("rebuild");
    }

    State stop() throws IOException, InterruptedException {
        return act("stop");
    }

    private State act(String action) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(views + "/" + view))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"action\":\"" + action + "\"}"));
        return send(request, State.class);
    }

    private <T> T send(HttpRequest.Builder request, Class<T> type) throws IOException, InterruptedException {
        var answer = http.send(request.timeout(TIMEOUT).build(), BodyHandlers.ofString());
        if (answer.statusCode() != OK) {
            throw new IOException("projection-service answers " + answer.statusCode() + ": " + answer.body());
        }
        return JSON.readValue(answer.body(), type);
    }
}
