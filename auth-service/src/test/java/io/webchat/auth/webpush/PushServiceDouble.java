package io.webchat.auth.webpush;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;

/** A push service that remembers what it got, and answers {@code 201} unless it is told otherwise. */
final class PushServiceDouble implements AutoCloseable {
    private final HttpServer server;
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final Queue<Reply> replies = new ConcurrentLinkedQueue<>();

    record Received(String path, Headers headers, byte[] body) {}

    private record Reply(int status, Map<String, String> headers) {}

    PushServiceDouble() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::handle);
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    String url(String path) {
        return "http://127.0.0.1:" + port() + "/" + path;
    }

    /** The next one that comes. */
    void answers(int status, Map<String, String> headers) {
        replies.add(new Reply(status, headers));
    }

    List<Received> received() {
        return List.copyOf(received);
    }

    List<Received> received(String path) {
        return received.stream().filter(one -> one.path().equals("/" + path)).toList();
    }

    private void handle(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath();
        received.add(new Received(
                path, exchange.getRequestHeaders(), exchange.getRequestBody().readAllBytes()));
        var reply = replies.poll();
        if (reply != null) {
            reply.headers().forEach(exchange.getResponseHeaders()::add);
        }
        exchange.sendResponseHeaders(reply == null ? 201 : reply.status(), -1);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
