package io.webchat.standalone.gateway;

import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An instance that takes connections and answers nothing, as a stopped process does. */
class HungInstancesTest {
    private static final Duration ONE_REQUEST = Duration.ofSeconds(1);

    private final Stoppable first = new Stoppable();
    private final Stoppable second = new Stoppable();
    private final HttpClient client = HttpClient.newHttpClient();
    private HttpServer one;
    private HttpServer other;
    private Gateway gateway;
    private int port;

    /** Runs nothing while it is stopped, and all of it after that. */
    private static final class Stoppable implements Executor {
        final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();

        @Override
        public void execute(Runnable task) {
            Thread.startVirtualThread(() -> {
                lock.readLock().lock();
                try {
                    task.run();
                } finally {
                    lock.readLock().unlock();
                }
            });
        }
    }

    @BeforeEach
    void start() throws IOException {
        one = server("one", first);
        other = server("other", second);
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        var commands = List.of(uri(one), uri(other));
        gateway = Gateway.start(
                List.of("127.0.0.1"),
                port,
                new Upstreams(List.of(uri(one)), commands, List.of(uri(one)), List.of(uri(one)), List.of(uri(one))));
    }

    @AfterEach
    void stop() {
        gateway.close();
        client.close();
        one.stop(0);
        other.stop(0);
    }

    @Test
    void itIsPassedOverWhileAnotherOneAnswersAndComesBack() throws Exception {
        second.lock.writeLock().lock();
        await().atMost(Duration.ofSeconds(30)).until(() -> severalAreAnsweredBy("one"));
        second.lock.writeLock().unlock();
        await().atMost(Duration.ofSeconds(30)).until(() -> "other".equals(answer()));
    }

    private boolean severalAreAnsweredBy(String name) throws Exception {
        for (var i = 0; i < 4; i++) {
            if (!name.equals(answer())) {
                return false;
            }
        }
        return true;
    }

    /** Empty if there is none in time. */
    private String answer() throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/servers"))
                .timeout(ONE_REQUEST)
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
        } catch (HttpTimeoutException e) {
            return "";
        }
    }

    private static HttpServer server(String name, Executor executor) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(executor);
        server.createContext("/", exchange -> {
            try (exchange) {
                exchange.sendResponseHeaders(200, name.length());
                exchange.getResponseBody().write(name.getBytes());
            }
        });
        server.start();
        return server;
    }

    private static URI uri(HttpServer server) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }
}
