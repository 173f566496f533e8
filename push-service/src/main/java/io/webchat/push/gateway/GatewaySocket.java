package io.webchat.push.gateway;

import io.webchat.push.protocol.CloseCode;
import io.webchat.push.protocol.Frame;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executor;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.websocket.core.CloseStatus;
import org.eclipse.jetty.websocket.core.CoreSession;
import org.eclipse.jetty.websocket.core.FrameHandler;
import org.eclipse.jetty.websocket.core.OpCode;
import org.eclipse.jetty.websocket.core.WebSocketCoreSession;
import org.eclipse.jetty.websocket.core.exception.BadPayloadException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A socket of Jetty's. What the client sends comes in here, one frame at a time and the next when the last one was
 * handled; what it is sent goes out here. The protocol of RFC 6455 is Jetty's, which closes who breaks it.
 */
final class GatewaySocket implements FrameHandler, Outlet {
    private static final Logger log = LoggerFactory.getLogger(GatewaySocket.class);

    private final Life life;
    private final TextAssembly text;
    private final Executor threads;
    private @Nullable WebSocketCoreSession socket;
    private @Nullable WriteTurns turns;
    private volatile @Nullable Session session;
    private @Nullable Ended ended;

    /** What becomes of a socket. */
    interface Life {
        /** Its session, to which nothing has been said yet: whatever is sent may end the socket at once. */
        Session opening(Outlet outlet);

        void opened(Session session);

        /** A frame has come, of so many bytes without its header. */
        void received(int bytes);

        /** Called once for each session. */
        void closed(Session session, int code);
    }

    /**
     * Makes one.
     *
     * @param life hears of it
     * @param firstFrameSize of the client's first frame at most, in bytes: whoever connects may send one
     * @param frameSize of the client's further frames at most, in bytes
     * @param threads for work that may wait
     */
    GatewaySocket(Life life, long firstFrameSize, long frameSize, Executor threads) {
        this.life = life;
        this.text = new TextAssembly(() -> session().isIdentified() ? frameSize : firstFrameSize);
        this.threads = threads;
    }

    /** Takes a socket that is not open yet, and steps between its session and its connection. */
    void attach(WebSocketCoreSession attached) {
        var stack = attached.getExtensionStack();
        var between = new WriteTurns(stack.getNextOutgoing());
        stack.initialize(stack.getNextIncoming(), between, attached);
        turns = between;
        socket = attached;
    }

    @Override
    public void onOpen(CoreSession opened, Callback callback) {
        var begun = life.opening(this);
        session = begun;
        life.opened(begun);
        callback.succeeded();
        opened.demand();
    }

    @Override
    public void onFrame(org.eclipse.jetty.websocket.core.Frame frame, Callback callback) {
        life.received(frame.getPayloadLength());
        try {
            switch (frame.getOpCode()) {
                case OpCode.CLOSE -> callback.succeeded();
                case OpCode.PING -> pong(frame, callback);
                default -> {
                    received(frame);
                    callback.succeeded();
                    socket().demand();
                }
            }
        } catch (CharacterCodingException e) {
            callback.failed(new BadPayloadException("not UTF-8"));
        } catch (RuntimeException e) {
            log.error("a frame could not be handled", e);
            callback.failed(e);
        }
    }

    private void received(org.eclipse.jetty.websocket.core.Frame frame) throws CharacterCodingException {
        if (!session().isOpen()) {
            return;
        }
        switch (frame.getOpCode()) {
            case OpCode.PONG -> session().saidNothing();
            case OpCode.BINARY -> session().close(CloseCode.MALFORMED_FRAME, "binary frame");
            default -> {
                // Other parts may be of one frame of the client's: Jetty hands on what has arrived of it.
                if (!frame.isFin() && !frame.hasPayload()) {
                    session().saidNothing();
                }
                try {
                    text.add(frame.getPayload(), frame.isFin()).ifPresent(session()::received);
                } catch (TextAssembly.TooLargeException e) {
                    session().close(CloseCode.TOO_MUCH, "the frame is too large");
                }
            }
        }
    }

    /** Who pings is read again when it has the answer, so who does not read it cannot pile answers up. */
    private void pong(org.eclipse.jetty.websocket.core.Frame ping, Callback callback) {
        session().saidNothing();
        if (!session().isOpen()) {
            callback.succeeded();
            socket().demand();
            return;
        }
        var answer = new org.eclipse.jetty.websocket.core.Frame(OpCode.PONG, copy(ping.getPayload()));
        callback.succeeded();
        socket().sendFrame(answer, Callback.from(socket()::demand), false);
    }

    private static ByteBuffer copy(ByteBuffer bytes) {
        return ByteBuffer.allocate(bytes.remaining()).put(bytes.slice()).flip();
    }

    @Override
    public void onError(Throwable cause, Callback callback) {
        log.debug("a socket failed: {}", cause.toString());
        callback.succeeded();
    }

    @Override
    public void onClosed(CloseStatus status, Callback callback) {
        var ended = session;
        if (ended != null) {
            threads.execute(() -> life.closed(ended, status.getCode()));
        }
        callback.succeeded();
    }

    /** Past Jetty's machinery for frames, which would make the same header for each recipient anew. */
    @Override
    public void write(List<Frame> frames, Completion completion) {
        var bytes = new ByteBuffer[frames.size()];
        for (var i = 0; i < bytes.length; i++) {
            bytes[i] = frames.get(i).encoded();
        }
        Objects.requireNonNull(turns).write(socket().getConnection().getEndPoint(), bytes, endOf(completion));
    }

    /** One is enough, as one write is under way at a time, and always for the same queue. */
    private Ended endOf(Completion completion) {
        var known = ended;
        if (known == null || known.completion != completion) {
            known = new Ended(completion);
            ended = known;
        }
        return known;
    }

    private final class Ended implements Callback {
        private final Completion completion;

        Ended(Completion completion) {
            this.completion = completion;
        }

        @Override
        public void succeeded() {
            completion.written();
        }

        /** If it is not closing already, it is broken. */
        @Override
        public void failed(Throwable cause) {
            if (socket().isOutputOpen()) {
                socket().processConnectionError(cause, Callback.NOOP);
            }
            completion.failed(cause);
        }
    }

    @Override
    public void close(CloseCode code, String reason) {
        socket().close(code.code(), reason.replaceAll("[^\\x20-\\x7e]", "?"), Callback.NOOP);
    }

    @Override
    public void abort() {
        socket().abort();
    }

    private WebSocketCoreSession socket() {
        return Objects.requireNonNull(socket);
    }

    private Session session() {
        return Objects.requireNonNull(session);
    }
}
