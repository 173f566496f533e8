package io.webchat.deployment;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;

/** Stand-ins of the services: each answers with its name. */
final class Backends implements AutoCloseable {
    private final List<HttpServer> servers = new ArrayList<>();

    /**
     * Answers {@code name METHOD path}; for {@code /api/headers} the headers that came; 500 for {@code /api/broken};
     * for {@code /api/early} before the body has come.
     */
    HttpServer add(String name) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> answer(name, exchange));
        server.start();
        servers.add(server);
        return server;
    }

    private static void answer(String name, HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath();
        if (!path.equals("/api/early")) {
            exchange.getRequestBody().readAllBytes();
        }
        var answer = name + " " + exchange.getRequestMethod() + " " + exchange.getRequestURI();
        if (path.equals("/api/headers")) {
            var lines = new ArrayList<String>();
            exchange.getRequestHeaders().forEach((header, values) -> lines.add(header + "=" + values));
            answer = String.join("\n", lines);
        }
        var bytes = answer.getBytes(StandardCharsets.UTF_8);
        var head = exchange.getRequestMethod().equals("HEAD");
        exchange.getResponseHeaders().set("Served-By", name);
        exchange.sendResponseHeaders(path.equals("/api/broken") ? 500 : 200, head ? -1 : bytes.length);
        if (!head) {
            exchange.getResponseBody().write(bytes);
            // Closing waits for the rest of the body.
            exchange.getResponseBody().flush();
        }
        exchange.close();
    }

    static String endpoint(HttpServer server) {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    static URI uri(HttpServer server) {
        return URI.create("http://" + endpoint(server));
    }

    @Override
    public void close() {
        servers.forEach(server -> server.stop(0));
    }
}
