package io.webchat.push;

import static java.util.concurrent.TimeUnit.SECONDS;

import io.webchat.domain.user.UserId;
import io.webchat.support.token.AccessTokens;
import io.webchat.support.token.TokenProperties;
import io.webchat.test.ServiceEnvironment;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.awaitility.pollinterval.IterativePollInterval;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A WebSocket client that keeps every frame, and its position in each stream as the protocol says a client should. Each
 * frame that it takes has to be as the AsyncAPI document has it.
 */
public final class PushClient implements WebSocket.Listener, AutoCloseable {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = new JsonMapper();
    private static final AccessTokens TOKENS = new AccessTokens(
            new TokenProperties(ServiceEnvironment.JWT_SECRET, "webchat", "webchat-api"), Clock.systemUTC());

    private final BlockingQueue<JsonNode> frames = new LinkedBlockingQueue<>();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final StringBuilder partial = new StringBuilder();
    private final Map<String, Long> positions = new TreeMap<>();
    private final Map<String, Long> acknowledged = new TreeMap<>();
    private boolean resuming;
    private List<String> watched = List.of();
    private volatile boolean reading = true;
    private volatile boolean caughtUp;
    private String epoch = "";
    private WebSocket socket;

    private PushClient() {}

    public static PushClient connect(Gateway instance) {
        var client = new PushClient();
        client.socket = HTTP.newWebSocketBuilder()
                .buildAsync(URI.create("ws://127.0.0.1:" + instance.port() + "/ws"), client)
                .join();
        return client;
    }

    /** Connects and waits until delivery is live and beyond what this test has written so far. */
    public static PushClient identified(Gateway instance, UserId user) {
        return identified(instance, user, "a-login");
    }

    /** The same by a certain login. */
    public static PushClient identified(Gateway instance, UserId user, String login) {
        var written = ChatLog.written();
        var client = connect(instance);
        client.send("identify", Map.of("token", token(user, login)));
        client.await("caught_up");
        client.awaitPositions(written);
        return client;
    }

    /** Connects where another client is, and waits for nothing. */
    public static PushClient resuming(Gateway instance, UserId user, PushClient other) {
        var client = connect(instance);
        client.resume(user, other.epoch, other.positions());
        return client;
    }

    /**
     * Waits until an instance has delivered what this test has written so far: a client that comes back is given it
     * before it is told that it has caught up.
     */
    public static void awaitDelivered(Gateway instance) {
        identified(instance, ChatLog.someone()).close();
    }

    /** Connects for the messages of these channels alone, and waits as one that is identified. */
    public static PushClient watching(Gateway instance, UserId user, Collection<?> channels) {
        var written = ChatLog.written();
        var client = connect(instance);
        client.watched = texts(channels);
        client.send("identify", Map.of("token", token(user), "channelIds", client.watched));
        client.await("caught_up");
        client.awaitPositions(written);
        return client;
    }

    /** Connects where another client is that is given the messages of some channels alone, and waits for nothing. */
    public static PushClient resumingWatching(Gateway instance, UserId user, PushClient other) {
        var client = connect(instance);
        client.watched = other.watched;
        client.acknowledged.putAll(other.acknowledged);
        client.resume(
                user,
                other.epoch,
                other.positions(),
                Map.of("channelIds", other.watched, "acknowledged", other.acknowledged));
        return client;
    }

    public static String token(UserId user) {
        return token(user, Duration.ofMinutes(10));
    }

    public static String token(UserId user, Duration validity) {
        return token(user, "a-login", validity);
    }

    /** A token of one of somebody's logins. */
    public static String token(UserId user, String login) {
        return token(user, login, Duration.ofMinutes(10));
    }

    private static String token(UserId user, String login, Duration validity) {
        var now = Instant.now();
        return TOKENS.issue(user, login, now, now.plus(validity));
    }

    public void resume(UserId user, String fromEpoch, Map<String, Long> from) {
        resume(user, fromEpoch, from, Map.of());
    }

    private void resume(UserId user, String fromEpoch, Map<String, Long> from, Map<String, ?> more) {
        var fields = new TreeMap<String, Object>(more);
        fields.putAll(Map.of("token", token(user), "epoch", fromEpoch, "positions", from));
        send("resume", fields);
        resuming = true;
        epoch = fromEpoch;
        positions.putAll(from);
    }

    public void send(String op, Map<String, ?> fields) {
        var frame = new TreeMap<String, Object>(fields);
        frame.put("op", op);
        sendText(JSON.writeValueAsString(frame));
    }

    /** Watches people and channels, by their ids. */
    public void watch(Collection<?> users, Collection<?> channels) {
        send("watch", Map.of("userIds", texts(users), "channelIds", texts(channels)));
    }

    /** Says that the device is there. */
    public void present(String activity, String chosen) {
        send("presence", Map.of("activity", activity, "chosen", chosen));
    }

    private static List<String> texts(Collection<?> ids) {
        return ids.stream().map(Object::toString).toList();
    }

    public void sendText(String text) {
        socket.sendText(text, true).join();
    }

    public WebSocket socket() {
        return socket;
    }

    public String epoch() {
        return epoch;
    }

    public Map<String, Long> positions() {
        return new TreeMap<>(positions);
    }

    /** Takes the next frame; fails after a minute, and if it is not as documented. */
    public JsonNode next() {
        try {
            var frame = frames.poll(60, SECONDS);
            if (frame == null) {
                throw new AssertionError("no frame within 60 s; closed: " + closed.getNow(-1));
            }
            documented(frame);
            follow(frame);
            return frame;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static void documented(JsonNode frame) {
        var problems = GatewayDocument.problems(frame.path("op").stringValue(), frame.toString());
        if (!problems.isEmpty()) {
            throw new AssertionError("not as documented: " + problems + " in " + frame);
        }
    }

    /** Takes frames up to the first with this op, and returns that. */
    public JsonNode await(String op) {
        return takeUntil(frame -> op.equals(frame.path("op").stringValue())).getLast();
    }

    /** Takes frames up to the first that fits, and returns them all. */
    public List<JsonNode> takeUntil(Predicate<JsonNode> last) {
        var taken = new ArrayList<JsonNode>();
        do {
            taken.add(next());
        } while (!last.test(taken.getLast()));
        return taken;
    }

    /** Takes whatever has arrived by now. */
    public List<JsonNode> takeArrived() {
        var taken = new ArrayList<JsonNode>();
        frames.drainTo(taken);
        taken.forEach(PushClient::documented);
        taken.forEach(this::follow);
        return taken;
    }

    /** What a heartbeat brings: all frames up to and including its acknowledgement. Nothing sent before can follow. */
    public List<JsonNode> heartbeat() {
        send("heartbeat", Map.of());
        return takeUntil(frame -> "heartbeat_ack".equals(frame.path("op").stringValue()));
    }

    /** Takes frames until everything below these offsets has been delivered. */
    private void awaitPositions(Map<String, Long> offsets) {
        if (!isAt(offsets)) {
            // Ever less often: a client may send 120 frames a minute.
            var pauses = IterativePollInterval.iterative(
                    pause -> pause.toSeconds() < 1 ? pause.multipliedBy(2) : pause, Duration.ofMillis(50));
            Awaitility.await()
                    .atMost(Duration.ofSeconds(60))
                    .pollInterval(pauses)
                    .until(() -> {
                        heartbeat();
                        return isAt(offsets);
                    });
        }
    }

    private boolean isAt(Map<String, Long> offsets) {
        return offsets.entrySet().stream()
                .allMatch(stream -> positions.getOrDefault(stream.getKey(), 0L) >= stream.getValue());
    }

    public int closeCode() {
        return closed.orTimeout(20, SECONDS).join();
    }

    public boolean isClosed() {
        return closed.isDone();
    }

    /** Whether everything that was missed has arrived; it may still have to be taken. */
    public boolean isCaughtUp() {
        return caughtUp;
    }

    public void whenClosed(Runnable action) {
        closed.thenRun(action);
    }

    /** From here on it reads nothing but what it has begun, and what {@link #readOne} and {@link #readOn} say. */
    public void stopReading() {
        reading = false;
    }

    /** Reads and takes the next frame while it reads nothing else. */
    public JsonNode readOne() {
        socket.request(1);
        return next();
    }

    public void readOn() {
        reading = true;
        socket.request(1);
    }

    /** Cuts the connection without a word. */
    public void cut() {
        socket.abort();
    }

    @Override
    public void close() {
        socket.abort();
    }

    public static boolean isContent(JsonNode frame, String content) {
        return content.equals(frame.path("data").path("content").stringValue(null));
    }

    /** The contents of the messages among some frames. */
    public static List<String> contents(List<JsonNode> frames) {
        return frames.stream()
                .map(frame -> frame.path("data").path("content").stringValue(null))
                .filter(content -> content != null)
                .toList();
    }

    @Override
    public void onOpen(WebSocket opened) {
        opened.request(1);
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        partial.append(data);
        if (last) {
            var frame = JSON.readTree(partial.toString());
            frames.add(frame);
            caughtUp = caughtUp || frame.path("op").stringValue().equals("caught_up");
            partial.setLength(0);
        }
        if (reading || !last) {
            from.request(1);
        }
        return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket from, int statusCode, String reason) {
        closed.complete(statusCode);
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
        closed.complete(1006);
    }

    private void follow(JsonNode frame) {
        switch (frame.path("op").stringValue()) {
            case "ready" -> {
                epoch = frame.path("epoch").stringValue();
                positions.clear();
                advance(positions, frame);
                if (!resuming) {
                    acknowledged.clear();
                    advance(acknowledged, frame);
                }
            }
            case "reset" -> resuming = false;
            case "caught_up", "heartbeat_ack" -> {
                advance(positions, frame);
                advance(acknowledged, frame);
            }
            case "watching" ->
                watched = frame.path("channelIds")
                        .valueStream()
                        .map(JsonNode::stringValue)
                        .toList();
            case "event" -> {
                var stream = frame.path("stream").stringValue();
                var offset = frame.path("offset").longValue();
                if (offset < positions.getOrDefault(stream, 0L)) {
                    throw new AssertionError("below the position " + positions.get(stream) + ": " + frame);
                }
                positions.put(stream, offset + 1);
            }
            default -> {}
        }
    }

    private static void advance(Map<String, Long> known, JsonNode frame) {
        frame.path("positions")
                .properties()
                .forEach(p -> known.merge(p.getKey(), p.getValue().longValue(), Math::max));
    }
}
