package io.webchat.push.gateway;

import io.webchat.domain.structure.ChannelId;
import io.webchat.domain.structure.ServerId;
import io.webchat.domain.user.UserId;
import io.webchat.push.fanout.ChannelDigest;
import io.webchat.push.fanout.ChannelNews;
import io.webchat.push.fanout.FanOut;
import io.webchat.push.protocol.CloseCode;
import io.webchat.push.protocol.Frame;
import io.webchat.push.protocol.Positions;
import io.webchat.push.protocol.ResetReason;
import io.webchat.push.protocol.ServerFrame;
import io.webchat.push.resume.ReturningClient;
import io.webchat.push.watch.Watcher;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Turns what the fan-out delivers to one client into frames on its connection, and knows how far delivery is. */
final class ClientDelivery implements ReturningClient, Watcher {
    private final UserId user;
    private final String sessionId;
    private final Connection connection;
    private final FanOut fanOut;
    private final ServerFrames frames;
    private final Consumer<ClientDelivery> whenReady;
    private final Duration patience;
    private final @Nullable ChannelDigest digest;
    private volatile @Nullable Positions delivered;
    private boolean live;
    private boolean owesAcknowledgement;

    ClientDelivery(
            UserId user,
            String sessionId,
            Connection connection,
            FanOut fanOut,
            ServerFrames frames,
            Consumer<ClientDelivery> whenReady,
            Duration patience,
            @Nullable ChannelDigest digest) {
        this.user = user;
        this.sessionId = sessionId;
        this.connection = connection;
        this.fanOut = fanOut;
        this.frames = frames;
        this.whenReady = whenReady;
        this.patience = patience;
        this.digest = digest;
    }

    @Override
    public UserId user() {
        return user;
    }

    @Override
    public void ready(Positions from) {
        connection.send(frames.ready(user, sessionId, from));
        deliveredUpTo(from);
    }

    @Override
    public void comesBack(Positions from, Positions settled) {
        fanOut.comeBack(this, from);
        connection.send(frames.ready(user, sessionId, from));
        deliveredUpTo(settled);
    }

    @Override
    public void started() {
        whenReady.accept(this);
    }

    @Override
    public @Nullable ChannelDigest digest() {
        return digest;
    }

    @Override
    public void news(ChannelNews news) {
        connection.send(frames.activity(news));
    }

    @Override
    public void watching(Set<ChannelId> channels, Positions covered) {
        connection.send(frames.watching(user, channels, covered));
    }

    @Override
    public void deliver(Frame event) {
        connection.send(event);
    }

    @Override
    public void subscribed(ServerId server, Positions covered) {
        connection.send(frames.subscribed(user, server, covered));
    }

    @Override
    public void unsubscribed(ServerId server) {
        connection.send(frames.write(new ServerFrame.Unsubscribed(server)));
    }

    @Override
    public void reset(ResetReason reason) {
        connection.send(frames.write(new ServerFrame.Reset(reason)));
    }

    @Override
    public void progressed(Positions positions) {
        delivered = positions;
    }

    @Override
    public void caughtUp(Positions positions, List<ServerId> servers) {
        connection.send(frames.write(new ServerFrame.CaughtUp(positions, servers)));
        live = true;
    }

    @Override
    public boolean isThere() {
        return connection.isOpen();
    }

    @Override
    public boolean awaitRoom() throws InterruptedException {
        var room = connection.awaitRoom(patience);
        if (!room) {
            connection.close(CloseCode.TOO_SLOW, "the client reads too slowly to catch up");
        }
        return room;
    }

    @Override
    public boolean hasRoomWithin(Duration time) throws InterruptedException {
        return connection.awaitRoom(time);
    }

    /**
     * Answers a heartbeat, or the last of several that came before it was known where delivery begins, once it is. The
     * answer goes through the same queue as the events, between two deliveries, so everything before its positions has
     * gone out before it.
     */
    void acknowledgeHeartbeat() {
        fanOut.atPositions(current -> {
            owesAcknowledgement = true;
            acknowledgeAt(current);
        });
    }

    private void deliveredUpTo(Positions positions) {
        delivered = positions;
        fanOut.atPositions(this::acknowledgeAt);
    }

    private void acknowledgeAt(Positions current) {
        var soFar = live ? current : delivered;
        if (owesAcknowledgement && soFar != null) {
            owesAcknowledgement = false;
            connection.send(frames.heartbeatAck(fanOut.settled(this, soFar)));
        }
    }

    /** From here on the client watches these channels. */
    void watch(Set<ChannelId> channels) {
        fanOut.watch(this, channels);
    }

    /** Tells what has become due. To be called again and again. */
    void tellNews() {
        fanOut.tellNews(this);
    }

    /** Ends delivery. To be called once the connection is closed, and again when a start has ended after that. */
    void end() {
        fanOut.leave(this);
    }
}
