package io.webchat.standalone.gateway;

import io.undertow.Undertow;
import io.undertow.UndertowOptions;
import io.undertow.server.HttpHandler;
import io.undertow.server.handlers.proxy.LoadBalancingProxyClient;
import io.undertow.server.handlers.proxy.ProxyHandler;
import io.undertow.util.HttpString;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/**
 * Routes requests to services: {@code /api/auth/**} to auth, {@code /ws} to push, {@code GET} and {@code HEAD} on
 * {@code /api/**} to projection, all else there to command, and everything else to the web app. Management endpoints
 * are on ports of their own and not reachable through it. {@code CONNECT} asks for a tunnel, which nobody gets:
 * {@code 405}.
 *
 * <p>Instances take turns. One that refuses connections is passed over and tried again every second; a request that met
 * it goes to the next one, since nothing has been sent yet. One that takes them and answers nothing is passed over
 * after some seconds ({@link HungInstances}). When nobody is left the answer is {@code 503
 * urn:webchat:problem:unavailable}. A request that breaks off after it was sent is repeated only if its method is
 * idempotent. Limits: 1 MB of body on {@code /api/**}, 2 MB on {@code /api/auth/me/avatar}, 30 s for a request other
 * than a WebSocket; 25 MB and 5 minutes for the files below {@code /api/channels/{id}/attachments} and for
 * {@code /api/servers/{id}/icon}, which the service limits further. How long a body may stop to arrive is up to the
 * services.
 */
public final class Gateway implements AutoCloseable {
    private static final long MAX_BODY = 1024 * 1024;
    private static final long MAX_AVATAR = 2 * MAX_BODY;
    private static final long MAX_FILE = 25 * MAX_BODY;
    private static final HttpString FORWARDED = new HttpString("Forwarded");

    /** For the whole head of a request. */
    private static final Duration HEAD_TIMEOUT = Duration.ofSeconds(10);

    private static final Duration REQUEST_TIMEOUT = Duration.ofSeconds(30);
    private static final Duration FILE_TIMEOUT = Duration.ofMinutes(5);
    private static final int CONNECTIONS_PER_THREAD = 200;

    /** Shorter than any server's keep-alive, so that a connection is never closed under a request. */
    private static final Duration IDLE_CONNECTION = Duration.ofSeconds(10);

    private final Undertow server;
    private final HungInstances hung;

    private Gateway(Undertow server, HungInstances hung) {
        this.server = server;
        this.hung = hung;
    }

    /** Starts a gateway that listens on {@code port} of the given addresses. */
    public static Gateway start(List<String> addresses, int port, Upstreams upstreams) {
        var hung = new HungInstances();
        var auth = proxy(hung, upstreams.auth(), REQUEST_TIMEOUT);
        var routes = new Routes(
                new BodyLimit(MAX_BODY, auth),
                new BodyLimit(MAX_AVATAR, auth),
                new BodyLimit(MAX_BODY, proxy(hung, upstreams.command(), REQUEST_TIMEOUT)),
                new BodyLimit(MAX_BODY, proxy(hung, upstreams.projection(), REQUEST_TIMEOUT)),
                new BodyLimit(MAX_FILE, proxy(hung, upstreams.command(), FILE_TIMEOUT)),
                new BodyLimit(MAX_BODY, proxy(hung, upstreams.projection(), FILE_TIMEOUT)),
                proxy(hung, upstreams.push(), Duration.ZERO),
                proxy(hung, upstreams.web(), REQUEST_TIMEOUT));
        var builder = Undertow.builder()
                .setIoThreads(2)
                .setWorkerThreads(2)
                .setServerOption(UndertowOptions.MAX_ENTITY_SIZE, BodyLimit.WORTH_READING)
                .setServerOption(UndertowOptions.REQUEST_PARSE_TIMEOUT, (int) HEAD_TIMEOUT.toMillis())
                .setHandler(exchange -> {
                    exchange.addDefaultResponseListener(Problem::describe);
                    Upgrades.keepWebSocketsOnly(exchange);
                    // Beside X-Forwarded-*, which the proxy says itself, services believe this one.
                    exchange.getRequestHeaders().remove(FORWARDED);
                    routes.handleRequest(exchange);
                });
        addresses.forEach(address -> builder.addHttpListener(port, address));
        var server = builder.build();
        server.start();
        return new Gateway(server, hung);
    }

    /** @param timeout zero for none */
    private static HttpHandler proxy(HungInstances hung, List<URI> instances, Duration timeout) {
        // A WebSocket keeps its connection to itself and does not count against the pool.
        var client = new LoadBalancingProxyClient(Upgrades::isWebSocket)
                .setConnectionsPerThread(CONNECTIONS_PER_THREAD)
                .setSoftMaxConnectionsPerThread(0)
                .setTtl((int) IDLE_CONNECTION.toMillis())
                .setProblemServerRetry(1);
        instances.forEach(client::addHost);
        hung.watch(instances, client);
        return ProxyHandler.builder()
                .setProxyClient(client)
                .setMaxConnectionRetries(instances.size())
                .setMaxRequestTime(timeout.isZero() ? -1 : (int) timeout.toMillis())
                .build();
    }

    /** Closes every connection, WebSockets included. */
    @Override
    public void close() {
        hung.close();
        server.stop();
    }
}
