package io.webchat.command.message;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** In place of projection-service: says what a test wants. */
final class ViewDouble implements AutoCloseable {
    /** So long that reading it has begun before the rest turns out not to come. */
    private static final String BROKEN = "{\"messages\":[" + " ".repeat(100_000);

    private final HttpServer server;
    private volatile UnaryOperator<String> answers = path -> "{}";

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
            var body = answers.apply(exchange.getRequestURI().getPath());
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.equals(BROKEN) ? body.length() + 1 : 0);
            exchange.getResponseBody().write(body.getBytes(UTF_8));
        }
    }
}
