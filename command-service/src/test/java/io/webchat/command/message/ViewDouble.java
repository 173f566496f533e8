package io.webchat.command.message;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.webchat.support.consistency.ConsistencyTokens;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** In place of projection-service: says what a test wants. */
final class ViewDouble implements AutoCloseable {
    /** So long that reading it has begun before the rest turns out not to come. */
    private static final String BROKEN = "{\"messages\":[" + " ".repeat(100_000);

    private final HttpServer server;
    private final List<URI> asked = new CopyOnWriteArrayList<>();
    private volatile String lastToken = "";
    private volatile UnaryOperator<String> answers = path -> "{}";
    private volatile Predicate<String> refused = path -> false;
    private volatile int refusal;
    private volatile int retryAfter;

    ViewDouble() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", this::answer);
            server.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The setting by which a service asks it. */
    String setting() {
        return "webchat.projection-service.url=http://127.0.0.1:"
                + server.getAddress().getPort();
    }

    /** From now on it answers with this JSON, by the path that it is asked for. */
    void says(UnaryOperator<String> byPath) {
        answers = byPath;
        refused = path -> false;
    }

    /** From now on, and until it says something else, it refuses what it is asked for by some paths. */
    void refuses(int status, int retryAfterSeconds, Predicate<String> paths) {
        refusal = status;
        retryAfter = retryAfterSeconds;
        refused = paths;
    }

    /** What it was asked for so far. */
    List<URI> asked() {
        return List.copyOf(asked);
    }

    /** At which consistency token it was asked last. */
    String lastToken() {
        return lastToken;
    }

    /** From now on it begins to answer and goes away. */
    void breaksOff() {
        answers = path -> BROKEN;
    }

    /** A message that was never changed. */
    static String message(UUID id, String channel, Object author, String attachments) {
        return """
                {"messageId":"%s","channelId":"%s","authorId":"%s","content":"Hello","attachments":[%s],
                "at":"2026-01-31T12:34:56.789Z","revision":0,"isDeleted":false,"reactions":[]}""".formatted(id, channel, author, attachments);
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var path = exchange.getRequestURI().getPath();
            asked.add(exchange.getRequestURI());
            lastToken = exchange.getRequestHeaders().getFirst(ConsistencyTokens.HEADER);
            if (refused.test(path)) {
                exchange.getResponseHeaders().add("Retry-After", Integer.toString(retryAfter));
                exchange.sendResponseHeaders(refusal, -1);
                return;
            }
            var body = answers.apply(path);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.equals(BROKEN) ? body.length() + 1 : 0);
            exchange.getResponseBody().write(body.getBytes(UTF_8));
        }
    }
}
