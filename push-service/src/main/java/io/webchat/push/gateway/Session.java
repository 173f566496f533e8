package io.webchat.push.gateway;

import io.webchat.domain.structure.ChannelId;
import io.webchat.domain.user.UserId;
import io.webchat.log.Ids;
import io.webchat.push.fanout.ChannelDigest;
import io.webchat.push.protocol.ClientFrame;
import io.webchat.push.protocol.CloseCode;
import io.webchat.push.protocol.MalformedFrameException;
import io.webchat.push.protocol.ServerFrame;
import io.webchat.push.resume.LogUnavailableException;
import io.webchat.push.typing.TypingPace;
import io.webchat.support.token.AuthenticatedUser;
import io.webchat.support.token.InvalidTokenException;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The life of one connection: hello, then {@code identify} or {@code resume} in time, then heartbeats and newer tokens
 * until one side closes. Frames of the client come one at a time; deadlines and the end come from other threads.
 */
final class Session {
    private static final Logger log = LoggerFactory.getLogger(Session.class);
    private static final String ENDED = "the login that the access token came from has ended";

    private final String id = Ids.fresh().toString();
    private final Connection connection;
    private final SessionServices services;
    private final FrameAllowance allowance;
    private final TypingPace typingPace = new TypingPace();
    private final EarlyFrames early = new EarlyFrames();
    private final Instant openedAt;
    /** Whose connections this one counts among. */
    private final AtomicReference<@Nullable UserId> counted = new AtomicReference<>();

    private volatile Instant lastFrameAt;
    private volatile boolean starting;
    private volatile @Nullable AuthenticatedUser user;
    private volatile @Nullable ClientDelivery delivery;

    /** Begins delivery to a client; waits where it has to. */
    private interface Start {
        void begin(ClientDelivery client) throws LogUnavailableException, InterruptedException;
    }

    Session(Connection connection, SessionServices services) {
        this.connection = connection;
        this.services = services;
        this.allowance = new FrameAllowance(services.properties().framesPerMinute());
        this.openedAt = services.clock().instant();
        this.lastFrameAt = openedAt;
    }

    void opened() {
        send(new ServerFrame.Hello(services.properties().heartbeat().toMillis()));
    }

    /** A ping, a pong or an empty part of a frame, which counts as a frame but says nothing. */
    void saidNothing() {
        isAllowed(services.clock().instant());
    }

    void received(String text) {
        if (!connection.isOpen()) {
            return;
        }
        lastFrameAt = services.clock().instant();
        if (!isAllowed(lastFrameAt)) {
            return;
        }
        try {
            handle(services.codec().read(text));
            if (!connection.isOpen()) {
                // It may have ended while the frame was handled, and then nobody else takes back what the frame began.
                leave();
            }
        } catch (MalformedFrameException e) {
            close(CloseCode.MALFORMED_FRAME, String.valueOf(e.getMessage()));
        } catch (InvalidTokenException e) {
            close(CloseCode.INVALID_TOKEN, "the access token is invalid or expired");
        }
    }

    private boolean isAllowed(Instant now) {
        var allowed = allowance.take(now);
        if (!allowed) {
            close(CloseCode.TOO_MUCH, "more than " + services.properties().framesPerMinute() + " frames a minute");
        }
        return allowed;
    }

    void close(CloseCode code, String reason) {
        connection.close(code, reason);
    }

    boolean isOpen() {
        return connection.isOpen();
    }

    /** How much waits for the client to read it. */
    int queuedBytes() {
        return connection.queuedBytes();
    }

    /** Whether it is known who the client is. */
    boolean isIdentified() {
        return delivery != null;
    }

    /** The connection has ended, whoever ended it. */
    void ended() {
        connection.close(CloseCode.GOING_AWAY, "closed");
        leave();
    }

    /** Closes if something has not happened in time, or the login behind it has ended; tells what has become due. */
    void checkDeadlines(Instant now) {
        connection.checkDeadlines();
        var properties = services.properties();
        var authenticated = user;
        if (authenticated == null) {
            if (now.isAfter(openedAt.plus(properties.identifyTimeout()))) {
                close(CloseCode.NOT_AUTHENTICATED, "no identify or resume in time");
            }
        } else if (hasEnded(authenticated)) {
            close(CloseCode.SESSION_ENDED, ENDED);
        } else if (!now.isBefore(authenticated.expiresAt())) {
            close(CloseCode.TOKEN_EXPIRED, "the access token expired");
        } else if (now.isAfter(lastFrameAt.plus(properties.heartbeat().multipliedBy(2)))) {
            close(CloseCode.HEARTBEAT_MISSED, "no heartbeat");
        } else if (delivery != null) {
            delivery.tellNews();
        }
    }

    private void handle(ClientFrame frame) throws MalformedFrameException {
        var client = delivery;
        switch (frame) {
            case ClientFrame.Identify identify ->
                open(
                        identify.token(),
                        identify.channelIds(),
                        starting -> services.start().identify(starting));
            case ClientFrame.Resume resume ->
                open(
                        resume.token(),
                        resume.channelIds(),
                        starting -> services.start()
                                .resume(starting, resume.epoch(), resume.positions(), resume.acknowledged()));
            case ClientFrame.Heartbeat heartbeat when client != null -> client.acknowledgeHeartbeat();
            case ClientFrame.Authenticate authenticate when client != null -> renew(client, authenticate.token());
            case ClientFrame.OnceReady said
            when client != null -> {
                if (!early.keep(said)) {
                    handle(client, said);
                }
            }
            case ClientFrame.Heartbeat heartbeat -> notFirst();
            case ClientFrame.Authenticate authenticate -> notFirst();
            case ClientFrame.OnceReady said -> notFirst();
        }
    }

    private void handle(ClientDelivery client, ClientFrame.OnceReady frame) {
        switch (frame) {
            case ClientFrame.Watch watch -> {
                services.presence().watch(client, watch.userIds());
                services.typing().watch(client, watch.channelIds());
                client.watch(watch.channelIds());
            }
            case ClientFrame.Presence presence ->
                services.presence().says(client, id, presence.activity(), presence.chosen());
            case ClientFrame.ChoosePresence choice -> services.presence().chooses(id, choice.chosen());
            case ClientFrame.Typing typing -> services.typing().says(client, typingPace, typing);
        }
    }

    /** The client has been told that it is ready. */
    private void handleEarly(ClientDelivery client) {
        for (var next = early.next(); next.isPresent(); next = early.next()) {
            handle(client, next.get());
        }
    }

    private void open(String token, Optional<Set<ChannelId>> watched, Start start) {
        if (delivery != null) {
            close(CloseCode.MALFORMED_FRAME, "the session is open already");
            return;
        }
        var authenticated = services.accessTokens().verify(token);
        if (hasEnded(authenticated)) {
            close(CloseCode.SESSION_ENDED, ENDED);
            return;
        }
        if (!services.connectionsByUser().take(authenticated.userId())) {
            close(CloseCode.TOO_MUCH, "more than " + services.properties().connectionsPerUser() + " connections");
            return;
        }
        counted.set(authenticated.userId());
        var client = new ClientDelivery(
                authenticated.userId(),
                id,
                connection,
                services.fanOut(),
                services.frames(),
                this::handleEarly,
                services.properties().queueAge(),
                watched.map(channels -> new ChannelDigest(authenticated.userId(), channels))
                        .orElse(null));
        user = authenticated;
        delivery = client;
        starting = true;
        services.threads().execute(() -> begin(client, start));
    }

    private void begin(ClientDelivery client, Start start) {
        try {
            start.begin(client);
        } catch (LogUnavailableException e) {
            close(CloseCode.INTERNAL_ERROR, String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            close(CloseCode.GOING_AWAY, "the server is going away");
        } catch (RuntimeException e) {
            log.error("session {} cannot start", id, e);
            close(CloseCode.INTERNAL_ERROR, "internal error");
        } finally {
            starting = false;
        }
        if (!connection.isOpen()) {
            // It may have ended before it joined, and then nobody else takes back what its start began.
            leave();
        }
    }

    private void renew(ClientDelivery client, String token) {
        var renewed = services.accessTokens().verify(token);
        if (!renewed.userId().equals(client.user())) {
            close(CloseCode.INVALID_TOKEN, "the access token belongs to another user");
            return;
        }
        if (hasEnded(renewed)) {
            close(CloseCode.SESSION_ENDED, ENDED);
            return;
        }
        user = renewed;
        send(new ServerFrame.Authenticated(renewed.expiresAt()));
    }

    private boolean hasEnded(AuthenticatedUser authenticated) {
        return services.endedLogins().contains(authenticated.sessionId());
    }

    /** Who goes while the start is under way keeps their place until that has ended: its work goes on so long. */
    private void leave() {
        var owner = starting ? null : counted.getAndSet(null);
        if (owner != null) {
            services.connectionsByUser().giveBack(owner);
        }
        var client = delivery;
        if (client != null) {
            client.end();
            services.presence().left(client, id);
            services.typing().left(client);
        }
    }

    private void notFirst() {
        close(CloseCode.NOT_AUTHENTICATED, "the first frame must be identify or resume");
    }

    private void send(ServerFrame frame) {
        connection.send(services.frames().write(frame));
    }
}
