package io.webchat.push.gateway;

import io.webchat.push.protocol.CloseCode;
import java.io.IOException;
import java.util.Objects;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.socket.BinaryMessage;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.WebSocketMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.adapter.NativeWebSocketSession;

/**
 * Where the container meets us. It takes frames in parts, because the container would reserve a buffer of the largest
 * frame for every connection, and would close with a code of its own when a frame is larger.
 */
final class GatewayEndpoint implements WebSocketHandler {
    private static final Logger log = LoggerFactory.getLogger(GatewayEndpoint.class);
    private static final String CLIENT = Client.class.getName();

    private final Sessions sessions;
    private final GatewayProperties properties;
    private final OutboundMetrics metrics;
    private final Executor writers;

    private record Client(Session session, TextAssembly text) {}

    GatewayEndpoint(Sessions sessions, GatewayProperties properties, OutboundMetrics metrics, Executor writers) {
        this.sessions = sessions;
        this.properties = properties;
        this.metrics = metrics;
        this.writers = writers;
    }

    @Override
    public void afterConnectionEstablished(WebSocketSession socket) throws IOException {
        var nativeSocket = Objects.requireNonNull(
                ((NativeWebSocketSession) socket).getNativeSession(jakarta.websocket.Session.class));
        var outlet = new SocketOutlet(nativeSocket, properties.queueAge());
        var session = sessions.open(new OutboundQueue(properties, outlet, writers, metrics), addressOf(socket));
        var text = new TextAssembly(properties.frameSize().toBytes());
        socket.getAttributes().put(CLIENT, new Client(session, text));
    }

    @Override
    public void handleMessage(WebSocketSession socket, WebSocketMessage<?> message) {
        if (!(socket.getAttributes().get(CLIENT) instanceof Client client)) {
            return;
        }
        switch (message) {
            case TextMessage text -> receive(client, text);
            case BinaryMessage binary -> client.session().close(CloseCode.MALFORMED_FRAME, "binary frame");
            default -> {}
        }
    }

    private static void receive(Client client, TextMessage message) {
        try {
            client.text().add(message.getPayload(), message.isLast()).ifPresent(client.session()::received);
        } catch (TextAssembly.TooLargeException e) {
            client.session().close(CloseCode.TOO_MUCH, "the frame is too large");
        }
    }

    @Override
    public void handleTransportError(WebSocketSession socket, Throwable cause) {
        log.debug("a socket failed: {}", cause.toString());
    }

    @Override
    public void afterConnectionClosed(WebSocketSession socket, CloseStatus status) {
        if (socket.getAttributes().remove(CLIENT) instanceof Client client) {
            sessions.ended(client.session());
            metrics.closed(status.getCode());
        }
    }

    private static String addressOf(WebSocketSession socket) {
        var address = socket.getRemoteAddress();
        return address == null ? "unknown" : address.getHostString();
    }

    @Override
    public boolean supportsPartialMessages() {
        return true;
    }
}
