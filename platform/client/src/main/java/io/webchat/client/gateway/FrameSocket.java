package io.webchat.client.gateway;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A WebSocket of whole text frames: they come in one at a time and in order; those that go out queue behind one
 * another, since the JDK takes one at a time only.
 */
final class FrameSocket implements WebSocket.Listener {
    private static final Duration HANDSHAKE = Duration.ofSeconds(5);
    private static final long GOODBYE_SECONDS = 2;

    /** What happens on the socket. {@code closed} may come more than once. */
    interface Handler {
        void text(String frame);

        void closed(GatewayClose close);
    }

    private final Handler handler;
    private final StringBuilder partial = new StringBuilder();
    private volatile @Nullable WebSocket socket;
    private CompletableFuture<?> sending = CompletableFuture.completedFuture(null);

    FrameSocket(Handler handler) {
        this.handler = handler;
    }

    /** Connects, or throws {@link GatewayClosedException}. The first frame may be handled before this returns. */
    void open(HttpClient http, URI url) {
        try {
            http.newWebSocketBuilder()
                    .connectTimeout(HANDSHAKE)
                    .buildAsync(url, this)
                    .join();
        } catch (CompletionException e) {
            throw new GatewayClosedException(GatewayClose.lost("cannot connect to " + url + ": " + cause(e)));
        }
    }

    synchronized void send(String frame) {
        var open = socket;
        if (open == null) {
            throw new IllegalStateException("not open yet");
        }
        sending = sending.thenCompose(previous -> open.sendText(frame, true));
        var _ = sending.whenComplete((sent, failure) -> {
            if (failure != null) {
                handler.closed(GatewayClose.lost("cannot send: " + cause(failure)));
            }
        });
    }

    /** Says goodbye; cuts the connection if the other side does not answer in time. */
    synchronized void close() {
        var open = socket;
        if (open != null) {
            var _ = sending.thenCompose(previous -> open.sendClose(WebSocket.NORMAL_CLOSURE, ""));
            CompletableFuture.delayedExecutor(GOODBYE_SECONDS, TimeUnit.SECONDS).execute(open::abort);
        }
    }

    /** Cuts the connection: the other side sees it end without a close frame. */
    void abort() {
        var open = socket;
        if (open != null) {
            open.abort();
        }
    }

    @Override
    public void onOpen(WebSocket webSocket) {
        socket = webSocket;
        webSocket.request(1);
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
        partial.append(data);
        if (last) {
            var frame = partial.toString();
            partial.setLength(0);
            handler.text(frame);
        }
        webSocket.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket webSocket, int code, String reason) {
        handler.closed(new GatewayClose(code, reason));
        return null;
    }

    @Override
    public void onError(WebSocket webSocket, Throwable error) {
        handler.closed(GatewayClose.lost("connection lost: " + cause(error)));
    }

    private static String cause(Throwable failure) {
        var cause = failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        if (cause instanceof WebSocketHandshakeException handshake) {
            return "the handshake was answered with " + handshake.getResponse().statusCode();
        }
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }
}
