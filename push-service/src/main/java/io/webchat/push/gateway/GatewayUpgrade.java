package io.webchat.push.gateway;

import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.ee11.servlet.ServletCoreRequest;
import org.eclipse.jetty.ee11.servlet.ServletCoreResponse;
import org.eclipse.jetty.util.Blocker;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.websocket.core.Configuration;
import org.eclipse.jetty.websocket.core.FrameHandler;
import org.eclipse.jetty.websocket.core.WebSocketCoreSession;
import org.eclipse.jetty.websocket.core.server.ServerUpgradeRequest;
import org.eclipse.jetty.websocket.core.server.ServerUpgradeResponse;
import org.eclipse.jetty.websocket.core.server.WebSocketMappings;
import org.eclipse.jetty.websocket.core.server.WebSocketNegotiator;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.http.server.ServletServerHttpResponse;
import org.springframework.web.socket.WebSocketExtension;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.server.HandshakeFailureException;
import org.springframework.web.socket.server.RequestUpgradeStrategy;

/**
 * Where the container meets us: makes a socket of a request whose handshake Spring has checked. It uses the core of
 * Jetty's WebSocket, below the API of messages and sessions: that takes frames which are encoded already, writes
 * without waiting, and keeps no buffers for a connection that is silent.
 */
final class GatewayUpgrade implements RequestUpgradeStrategy {
    private static final int READ_BUFFER = 2 * 1024;
    private static final int WRITE_BUFFER = 8 * 1024;

    private final Sessions sessions;
    private final GatewayProperties properties;
    private final SocketMetrics metrics;
    private final Executor threads;
    private final Executor writers;

    GatewayUpgrade(
            Sessions sessions,
            GatewayProperties properties,
            SocketMetrics metrics,
            Executor threads,
            Executor writers) {
        this.sessions = sessions;
        this.properties = properties;
        this.metrics = metrics;
        this.threads = threads;
        this.writers = writers;
    }

    @Override
    public String[] getSupportedVersions() {
        return new String[] {"13"};
    }

    @Override
    public List<WebSocketExtension> getSupportedExtensions(ServerHttpRequest request) {
        return List.of();
    }

    @Override
    public void upgrade(
            ServerHttpRequest request,
            ServerHttpResponse response,
            @Nullable String protocol,
            List<WebSocketExtension> extensions,
            @Nullable Principal user,
            WebSocketHandler handler,
            Map<String, Object> attributes) {
        var servletRequest = ((ServletServerHttpRequest) request).getServletRequest();
        var coreRequest = ServletCoreRequest.wrap(servletRequest);
        var coreResponse = ServletCoreResponse.wrap(
                coreRequest, ((ServletServerHttpResponse) response).getServletResponse(), false);
        var negotiator = new Negotiator(servletRequest.getRemoteAddr());
        try (var done = Blocker.callback()) {
            if (!mappings(servletRequest.getServletContext())
                    .upgrade(negotiator, coreRequest, coreResponse, done, null)) {
                // Such as one of HTTP/1.0.
                ((ServletServerHttpResponse) response)
                        .getServletResponse()
                        .sendError(HttpServletResponse.SC_BAD_REQUEST);
                return;
            }
            done.block();
        } catch (IOException e) {
            throw new HandshakeFailureException("The upgrade failed.", e);
        }
    }

    private static WebSocketMappings mappings(ServletContext context) {
        return WebSocketMappings.ensureMappings(ServletContextHandler.getServletContextHandler(context));
    }

    private final class Negotiator implements WebSocketNegotiator, GatewaySocket.Life {
        private final String address;

        Negotiator(String address) {
            this.address = address;
        }

        /**
         * No extensions, whatever the client offers: compression would cost hundreds of kilobytes for each connection,
         * and the same work for each recipient anew.
         */
        @Override
        public FrameHandler negotiate(ServerUpgradeRequest request, ServerUpgradeResponse response, Callback callback) {
            response.setExtensions(List.of());
            return new GatewaySocket(
                    this,
                    properties.firstFrameSize().toBytes(),
                    properties.frameSize().toBytes(),
                    threads);
        }

        @Override
        public Session opening(Outlet outlet) {
            return sessions.register(new OutboundQueue(properties, outlet, writers, metrics), address);
        }

        @Override
        public void opened(Session session) {
            sessions.open(session);
        }

        @Override
        public void received(int bytes) {
            metrics.received(bytes);
        }

        @Override
        public void closed(Session session, int code) {
            sessions.ended(session);
            metrics.closed(code);
        }

        /** Who is silent is noticed by the protocol's heartbeats. */
        @Override
        public void customize(Configuration socket) {
            socket.setIdleTimeout(Duration.ZERO);
            socket.setInputBufferSize(READ_BUFFER);
            socket.setOutputBufferSize(WRITE_BUFFER);
            if (socket instanceof WebSocketCoreSession session && session.getHandler() instanceof GatewaySocket ours) {
                ours.attach(session);
            }
        }
    }
}
