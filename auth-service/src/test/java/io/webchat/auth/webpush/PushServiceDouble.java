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
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A push service that remembers what it got, and answers {@code 201} unless it is told otherwise. */
final class PushServiceDouble implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final Queue<Reply> replies = new ConcurrentLinkedQueue<>();

    record Received(String path, Headers headers, byte[] body) {}

    /** Whether there is an end to what it says, and whether it says anything. */
    private enum Manner {
        USUAL,
        ENDLESS,
        STALLED,
        SILENT
    }

    private record Reply(int status, Map<String, String> headers, Manner manner) {}

    PushServiceDouble() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
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
        replies.add(new Reply(status, headers, Manner.USUAL));
    }

    /** The next one that comes, and goes on with a body that has no end. */
    void answersWithoutEnd(int status) {
        replies.add(new Reply(status, Map.of(), Manner.ENDLESS));
    }

    /** The next one that comes, and promises a short body that does not follow. */
    void answersAndStalls(int status) {
        replies.add(new Reply(status, Map.of(), Manner.STALLED));
    }

    /** The next one that comes is never answered. */
    void keepsSilent() {
        replies.add(new Reply(0, Map.of(), Manner.SILENT));
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
        var next = replies.poll();
        var reply = next == null ? new Reply(201, Map.of(), Manner.USUAL) : next;
        reply.headers().forEach(exchange.getResponseHeaders()::add);
        switch (reply.manner()) {
            case USUAL -> {
                exchange.sendResponseHeaders(reply.status(), -1);
                exchange.close();
            }
            case ENDLESS -> {
                exchange.sendResponseHeaders(reply.status(), 0);
                var some = new byte[1_000];
                while (closed.getCount() > 0) {
                    exchange.getResponseBody().write(some);
                }
            }
            case STALLED -> {
                exchange.sendResponseHeaders(reply.status(), 10);
                exchange.getResponseBody().flush();
                awaitClosed();
            }
            case SILENT -> awaitClosed();
        }
    }

    private void awaitClosed() {
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
