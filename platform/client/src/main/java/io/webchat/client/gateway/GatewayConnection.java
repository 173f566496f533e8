package io.webchat.client.gateway;

import io.webchat.client.gateway.ClientFrame.Authenticate;
import io.webchat.client.gateway.ClientFrame.Identify;
import io.webchat.client.gateway.ClientFrame.Resume;
import io.webchat.client.gateway.ClientFrame.Watch;
import io.webchat.client.gateway.ServerFrame.Activity;
import io.webchat.client.gateway.ServerFrame.Authenticated;
import io.webchat.client.gateway.ServerFrame.CaughtUp;
import io.webchat.client.gateway.ServerFrame.HeartbeatAck;
import io.webchat.client.gateway.ServerFrame.Hello;
import io.webchat.client.gateway.ServerFrame.Ready;
import io.webchat.client.gateway.ServerFrame.Reset;
import io.webchat.client.gateway.ServerFrame.Subscribed;
import io.webchat.client.gateway.ServerFrame.Unknown;
import io.webchat.client.gateway.ServerFrame.Unsubscribed;
import io.webchat.client.gateway.ServerFrame.Watching;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * One WebSocket of the gateway, from {@code hello} to its end.
 *
 * <p>Frames are handled one at a time under a lock that {@link #drop} and {@link #resumePoint} take as well. So a
 * resume point is exact: every event before it has been given to the listener once, none after it has, and once
 * {@code drop} or {@code close} has returned the listener hears no more. A connection that resumes from it continues
 * without gap or repetition. A server that breaks the protocol (a frame out of turn, a gap after a resume) is not
 * talked to any longer: the connection ends with {@link GatewayClose#VIOLATION}.
 */
public final class GatewayConnection implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private enum Phase {
        AWAITING_HELLO,
        AWAITING_READY,
        CATCHING_UP,
        LIVE,
        CLOSED
    }

    private final GatewayListener listener;
    private final String accessToken;
    private final FrameSocket socket;
    private final ReentrantLock lock = new ReentrantLock();
    private final StreamPositions positions = new StreamPositions();
    private final CompletableFuture<Ready> ready = new CompletableFuture<>();
    private final CompletableFuture<@Nullable Void> caughtUp = new CompletableFuture<>();
    private final CompletableFuture<GatewayClose> closed = new CompletableFuture<>();
    private Phase phase = Phase.AWAITING_HELLO;
    private boolean fresh;
    private @Nullable Heartbeat heartbeat;

    private GatewayConnection(String accessToken, @Nullable ResumePoint from, GatewayListener listener) {
        this.accessToken = accessToken;
        this.listener = listener;
        this.fresh = from == null;
        this.socket = new FrameSocket(new FrameSocket.Handler() {
            @Override
            public void text(String frame) {
                receive(frame);
            }

            @Override
            public void closed(GatewayClose close) {
                end(close);
            }
        });
        if (from != null) {
            positions.startAt(from);
        }
    }

    /**
     * Opens a connection that delivers what happens from now on.
     *
     * @throws GatewayClosedException if there is no connection to be had
     */
    public static GatewayConnection identify(HttpClient http, URI url, String accessToken, GatewayListener listener) {
        return open(http, url, new GatewayConnection(accessToken, null, listener));
    }

    /**
     * The same for the messages of these channels alone: of all others the listener is told that something happened.
     *
     * @throws GatewayClosedException if there is no connection to be had
     */
    public static GatewayConnection identify(
            HttpClient http, URI url, String accessToken, Set<UUID> channels, GatewayListener listener) {
        var connection = new GatewayConnection(accessToken, null, listener);
        connection.positions.watch(channels);
        return open(http, url, connection);
    }

    /**
     * Opens a connection that goes on where another one ended, on whichever instance that was.
     *
     * @throws GatewayClosedException if there is no connection to be had
     */
    public static GatewayConnection resume(
            HttpClient http, URI url, String accessToken, ResumePoint from, GatewayListener listener) {
        return open(http, url, new GatewayConnection(accessToken, from, listener));
    }

    private static GatewayConnection open(HttpClient http, URI url, GatewayConnection connection) {
        connection.socket.open(http, url);
        return connection;
    }

    /** The server's {@code ready}; fails with {@link GatewayClosedException} if the connection ends before. */
    public CompletableFuture<Ready> ready() {
        return ready.copy();
    }

    /** Done when what was missed has been delivered; fails like {@link #ready}. */
    public CompletableFuture<@Nullable Void> caughtUp() {
        return caughtUp.copy();
    }

    /** Why the connection ended, once it has. */
    public CompletableFuture<GatewayClose> closed() {
        return closed.copy();
    }

    /** Where another connection would have to go on; empty before the first {@code ready}. */
    public Optional<ResumePoint> resumePoint() {
        lock.lock();
        try {
            return Optional.ofNullable(positions.point());
        } finally {
            lock.unlock();
        }
    }

    /** Whether events have ever arrived as they happened. */
    boolean wasLive() {
        return caughtUp.isDone() && !caughtUp.isCompletedExceptionally();
    }

    /** Whether events arrive as they happen: caught up, and not ended yet. */
    public boolean isLive() {
        return wasLive() && !closed.isDone();
    }

    /** Gives the server a newer access token of the same user before the old one expires. */
    public void authenticate(String newerToken) {
        send(new Authenticate(newerToken));
    }

    /** Asks for the messages of these channels in place of those of before; answered by {@code watching}. */
    public void watch(Set<UUID> channels) {
        send(new Watch(Set.of(), channels));
    }

    /** Cuts the connection as a failing network would, without a close frame. */
    public void drop() {
        // First, so that nobody who hears of the end can still say goodbye.
        socket.abort();
        end(GatewayClose.lost("dropped"));
    }

    /** Ends the connection in good order. */
    @Override
    public void close() {
        end(GatewayClose.byUs());
        socket.close();
    }

    private void receive(String text) {
        lock.lock();
        try {
            if (phase != Phase.CLOSED) {
                handle(JSON.readValue(text, ServerFrame.class));
            }
        } catch (JacksonException e) {
            violated("unreadable frame: " + e.getOriginalMessage());
        } catch (RuntimeException e) {
            end(GatewayClose.lost("the listener failed: " + e));
            socket.abort();
        } finally {
            lock.unlock();
        }
    }

    private void handle(ServerFrame frame) {
        switch (frame) {
            case Hello hello -> hello(hello);
            case Ready begun -> begin(begun);
            case Reset reset -> reset(reset);
            case StreamEvent event -> event(event);
            case CaughtUp done -> caughtUp(done);
            case Subscribed it -> listener.subscribed(it.serverId(), it.token());
            case Unsubscribed it -> listener.unsubscribed(it.serverId());
            case HeartbeatAck ack -> acknowledged(ack);
            case Watching it -> {
                positions.watch(it.channelIds());
                listener.watching(it.channelIds(), it.token());
            }
            case Activity activity -> listener.activity(activity);
            case Authenticated _, Unknown _ -> {}
        }
    }

    private void hello(Hello hello) {
        if (!inTurn(hello, phase == Phase.AWAITING_HELLO)) {
            return;
        }
        phase = Phase.AWAITING_READY;
        var from = positions.point();
        send(from == null ? new Identify(accessToken, positions.watched()) : Resume.from(accessToken, from));
        heartbeat = new Heartbeat(
                Duration.ofMillis(hello.heartbeatMillis()), () -> send(new ClientFrame.Heartbeat()), () -> {
                    end(GatewayClose.lost("a heartbeat was not answered"));
                    socket.abort();
                });
        heartbeat.start();
    }

    private void reset(Reset reset) {
        if (inTurn(reset, phase == Phase.AWAITING_READY || phase == Phase.CATCHING_UP)) {
            phase = Phase.AWAITING_READY;
            fresh = true;
            listener.reset(reset.reason());
        }
    }

    private void begin(Ready begun) {
        if (!inTurn(begun, phase == Phase.AWAITING_READY)) {
            return;
        }
        if (fresh) {
            positions.restartAt(begun.start());
        } else {
            if (!positions.isOf(begun.epoch())) {
                violated("resumed in another epoch without a reset");
                return;
            }
            var gap = positions.gapBefore(begun.start());
            if (gap != null) {
                violated("resumed with a gap in " + gap);
                return;
            }
            // Streams that our positions did not mention begin where the server says.
            positions.advance(begun.positions());
        }
        phase = Phase.CATCHING_UP;
        listener.ready(begun);
        ready.complete(begun);
    }

    private void event(StreamEvent event) {
        if (!inTurn(event, phase == Phase.CATCHING_UP || phase == Phase.LIVE)) {
            return;
        }
        if (positions.wants(event.stream(), event.offset())) {
            listener.event(event);
            positions.advance(event.stream(), event.offset() + 1);
        } else {
            listener.ignored(event);
        }
    }

    private void caughtUp(CaughtUp done) {
        if (inTurn(done, phase == Phase.CATCHING_UP)) {
            positions.acknowledge(done.positions());
            phase = Phase.LIVE;
            listener.caughtUp();
            caughtUp.complete(null);
        }
    }

    private void acknowledged(HeartbeatAck ack) {
        if (heartbeat != null) {
            heartbeat.answered();
        }
        if (phase != Phase.AWAITING_READY) {
            positions.acknowledge(ack.positions());
        }
    }

    private boolean inTurn(ServerFrame frame, boolean expected) {
        if (!expected) {
            violated(frame.getClass().getSimpleName() + " while " + phase);
        }
        return expected;
    }

    private void violated(String what) {
        end(GatewayClose.violation(what));
        socket.abort();
    }

    private void send(ClientFrame frame) {
        socket.send(JSON.writeValueAsString(frame));
    }

    private void end(GatewayClose close) {
        lock.lock();
        try {
            if (phase == Phase.CLOSED) {
                return;
            }
            phase = Phase.CLOSED;
            if (heartbeat != null) {
                heartbeat.stop();
            }
        } finally {
            lock.unlock();
        }
        var failure = new GatewayClosedException(close);
        ready.completeExceptionally(failure);
        caughtUp.completeExceptionally(failure);
        closed.complete(close);
    }
}
