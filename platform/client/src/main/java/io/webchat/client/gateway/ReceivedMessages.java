package io.webchat.client.gateway;

import io.webchat.client.PostedMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The messages that a client has heard of, each once, in the order in which they first came: what a timeline would
 * show. Retried appends are left out, as the protocol asks of every client, but counted. May be the listener of any
 * number of connections one after the other. Safe from any thread.
 */
public final class ReceivedMessages implements GatewayListener {
    private final List<PostedMessage> messages = new ArrayList<>();
    private final Map<UUID, CompletableFuture<Long>> arrivals = new ConcurrentHashMap<>();
    private final List<StreamEvent> ignored = new ArrayList<>();
    private final List<String> resets = new ArrayList<>();
    private int repeats;

    @Override
    public void event(StreamEvent event) {
        var now = System.nanoTime();
        event.posted().ifPresent(message -> record(message, now));
    }

    private synchronized void record(PostedMessage message, long now) {
        // Completing it is also the test whether this message is new.
        if (arrival(message).complete(now)) {
            messages.add(message);
        } else {
            repeats++;
        }
    }

    @Override
    public synchronized void ignored(StreamEvent event) {
        ignored.add(event);
    }

    @Override
    public synchronized void reset(String reason) {
        resets.add(reason);
    }

    /** Everything so far. */
    public synchronized List<PostedMessage> all() {
        return List.copyOf(messages);
    }

    /** The messages of one channel so far. */
    public List<PostedMessage> in(UUID channelId) {
        return all().stream()
                .filter(message -> message.channelId().equals(channelId))
                .toList();
    }

    /** When ({@link System#nanoTime}) a message came first: done already, or as soon as it comes. */
    public CompletableFuture<Long> arrival(UUID messageId) {
        return arrivals.computeIfAbsent(messageId, id -> new CompletableFuture<>())
                .copy();
    }

    private CompletableFuture<Long> arrival(PostedMessage message) {
        return arrivals.computeIfAbsent(message.messageId(), id -> new CompletableFuture<>());
    }

    /** How many events were about a message that had come before. */
    public synchronized int repeats() {
        return repeats;
    }

    /** Events that the protocol promises not to send: see {@link GatewayListener#ignored}. */
    public synchronized List<StreamEvent> ignored() {
        return List.copyOf(ignored);
    }

    /** The reasons of all resets. */
    public synchronized List<String> resets() {
        return List.copyOf(resets);
    }
}
