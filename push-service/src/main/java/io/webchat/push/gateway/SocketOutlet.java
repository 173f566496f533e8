package io.webchat.push.gateway;

import io.webchat.push.protocol.CloseCode;
import jakarta.websocket.CloseReason;
import jakarta.websocket.RemoteEndpoint;
import jakarta.websocket.Session;
import java.io.IOException;
import java.time.Duration;

/**
 * A socket of the container. Writes are batched until they are flushed; one that takes too long ends the connection.
 */
final class SocketOutlet implements Outlet {
    /** Tomcat's name for how long a blocking write may take. */
    private static final String SEND_TIMEOUT = "org.apache.tomcat.websocket.BLOCKING_SEND_TIMEOUT";

    private static final int REASON_CHARACTERS = 120;

    private final Session socket;
    private final RemoteEndpoint.Basic remote;

    SocketOutlet(Session socket, Duration sendTimeout) throws IOException {
        this.socket = socket;
        this.remote = socket.getBasicRemote();
        socket.getUserProperties().put(SEND_TIMEOUT, sendTimeout.toMillis());
        remote.setBatchingAllowed(true);
    }

    @Override
    public void write(String text) throws IOException {
        remote.sendText(text);
    }

    @Override
    public void flush() throws IOException {
        remote.flushBatch();
    }

    @Override
    public void close(CloseCode code, String reason) throws IOException {
        var ascii = reason.replaceAll("[^\\x20-\\x7e]", "?");
        var phrase = ascii.substring(0, Math.min(REASON_CHARACTERS, ascii.length()));
        socket.close(new CloseReason(CloseReason.CloseCodes.getCloseCode(code.code()), phrase));
    }
}
