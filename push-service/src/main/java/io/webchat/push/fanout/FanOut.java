package io.webchat.push.fanout;

import io.webchat.domain.structure.ChannelId;
import io.webchat.domain.structure.Server;
import io.webchat.domain.user.UserId;
import io.webchat.push.entitlement.Entitlements;
import io.webchat.push.protocol.EventStream;
import io.webchat.push.protocol.Positions;
import io.webchat.support.tracing.RecordSpan;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * The one ordered delivery. Every event that this instance delivers, and every client that joins, catches up or leaves,
 * passes here one at a time.
 *
 * <p><b>Guarantees.</b> A client that joins at some positions gets every event at or after them that it may see, and
 * none before; each once; in the order of its stream. A client that comes back is told which servers it is a member of:
 * of what it has lost meanwhile it sees nothing, its own departure included. Who may see an event is decided as of all
 * structure events that were delivered before it. A client with a {@link ChannelDigest} gets the messages of the
 * channels that it watches, and is told of all others. <b>Limits.</b> Streams have no order between them. A retried
 * append is recognised only while {@link RecentPast} remembers the first. Nothing here does I/O or waits for a client,
 * so the time of one delivery grows with the number of recipients on this instance; an erasure looks through what
 * {@link RecentPast} remembers of its stream.
 */
public final class FanOut {
    private static final int REPLAY_BYTES = 64 * 1024;
    private static final int REPLAY_LOOKED_AT = 2_000;

    private final ReentrantLock delivery = new ReentrantLock();
    private final Map<EventStream, RecentPast> recent = new HashMap<>();
    private final Subscriptions subscriptions;
    private final Entitlements entitlements;
    private final NewsDelivery news;
    private final FanOutMetrics metrics;

    public FanOut(Entitlements entitlements, FanOutProperties properties, FanOutMetrics metrics) {
        this.entitlements = entitlements;
        this.subscriptions = new Subscriptions(entitlements);
        this.news = new NewsDelivery(entitlements, metrics);
        this.metrics = metrics;
        var bytes = properties.recentBytes().toBytes();
        EventStream.ALL.forEach(stream -> recent.put(stream, new RecentPast(properties.recentEvents(), bytes)));
        metrics.subscriptions(() -> inDelivery(subscriptions::size));
    }

    /**
     * Delivers an event that changes nothing about who may see what.
     *
     * @param span what its frames are a part of
     */
    void deliver(LogEvent event, RecordSpan span) {
        exclusively(() -> pass(event, span));
    }

    /** Delivers a structure event and what follows from it; the state includes the event. */
    void deliver(LogEvent event, Server state, RecordSpan span) {
        exclusively(() -> {
            become(state);
            for (var user : event.joined()) {
                subscriptions.of(user).forEach(subscriber -> subscriptions.follow(subscriber, state.id()));
            }
            if (pass(event, span)) {
                var covered = current();
                for (var user : event.joined()) {
                    subscriptions.of(user).forEach(subscriber -> subscriber.subscribed(state.id(), covered));
                }
            }
            endFormerMembers(event, state);
        });
    }

    /**
     * Takes over states whose events are not delivered: they lie before everything that is. Clients that missed some of
     * them read the log.
     */
    void restore(Collection<Server> states) {
        exclusively(() -> states.forEach(this::become));
    }

    /** Says how far a stream has been read; there may be no event right before. */
    void reached(EventStream stream, long nextOffset) {
        exclusively(() -> past(stream).reached(nextOffset));
    }

    /** Forgets the contents of a message, as the log was told to at an offset. */
    void erase(EventStream stream, String message, long offset) {
        exclusively(() -> past(stream).erase(message, offset));
    }

    /** Begins live delivery to a client, at the current positions. */
    public void join(Subscriber subscriber) {
        exclusively(() -> {
            var positions = current();
            news.start(subscriber, positions);
            subscriber.ready(positions);
            goLive(subscriber, positions);
        });
    }

    /**
     * A client is coming back that has everything that it was to be given before these positions. To be called before
     * the first step; what it may not have been told of channels that it does not watch may lie before them.
     */
    public void comeBack(Subscriber subscriber, Positions had) {
        exclusively(() -> news.start(subscriber, had));
    }

    /** From here on a client with a digest is given the messages of these channels, and of no others. */
    public void watch(Subscriber subscriber, Set<ChannelId> channels) {
        var digest = subscriber.digest();
        if (digest != null) {
            exclusively(() -> {
                digest.watch(channels);
                subscriber.watching(channels, current());
            });
        }
    }

    /** Tells a client what has become due. To be called again and again. */
    public void tellNews(Subscriber subscriber) {
        var digest = subscriber.digest();
        if (digest != null && !digest.isEmpty()) {
            exclusively(() -> {
                if (subscriptions.contains(subscriber)) {
                    news.tellSome(subscriber);
                }
            });
        }
    }

    /**
     * Brings a returning client one step further: to be called again with the positions that the step led to, until it
     * is live. What a client is shown is what it may see now, whatever it could see then, without what messages do not
     * say any more. Structure comes before messages, so a client knows a server before it hears from it.
     *
     * @param known what messages say by what it was given from the log
     */
    public Step advance(Subscriber subscriber, Positions from, Wordings known) {
        return inDelivery(() -> {
            var events = new ArrayList<LogEvent>();
            var next = from;
            var room = REPLAY_BYTES;
            var looks = REPLAY_LOOKED_AT;
            for (var stream : EventStream.ALL) {
                var past = past(stream);
                if (next.at(stream) < past.start()) {
                    return events.isEmpty()
                            ? readLog(next, EventStream.of(stream.topic()))
                            : new Step.Replay(events, next, current());
                }
                for (var event : past.from(next.at(stream))) {
                    if (room <= 0 || looks-- <= 0) {
                        return new Step.Replay(events, next.with(stream, event.offset()), current());
                    }
                    if (maySee(subscriber.user(), event)) {
                        events.add(known.late(event));
                        room -= events.getLast().frame().bytes();
                    }
                }
                next = next.with(stream, Math.max(next.at(stream), past.next()));
            }
            var positions = current();
            replay(subscriber, events, positions);
            if (!news.tellAll(subscriber)) {
                return new Step.Replay(List.of(), positions, positions);
            }
            goLive(subscriber, positions);
            return new Step.Live();
        });
    }

    /** Hands events of the past to a client, which is not live yet, and tells it of what it is not given. */
    public void replay(Subscriber subscriber, List<LogEvent> events, Positions covered) {
        if (subscriber.digest() == null) {
            handOver(subscriber, events, covered);
        } else {
            exclusively(() -> {
                handOver(subscriber, news.given(subscriber, events), covered);
                news.tellSome(subscriber);
            });
        }
    }

    /** Ends delivery to a client. */
    public void leave(Subscriber subscriber) {
        exclusively(() -> subscriptions.remove(subscriber));
    }

    /** Does something at the current positions, between two deliveries. */
    public void atPositions(Consumer<Positions> action) {
        exclusively(() -> action.accept(current()));
    }

    /** Up to where nothing is left to be told to a client that is at these positions. */
    public Positions settled(Subscriber subscriber, Positions reached) {
        var digest = subscriber.digest();
        return digest == null ? reached : inDelivery(() -> digest.settled(reached));
    }

    /** Where delivery is. */
    public Positions positions() {
        return inDelivery(this::current);
    }

    /** The streams of which memory does not go back to these positions, and from where on it does. */
    public Map<EventStream, Long> notInMemory(Positions from) {
        return inDelivery(() -> missing(from, EventStream.ALL));
    }

    /** Those of the events that a user may see now. */
    public List<LogEvent> visible(UserId user, List<LogEvent> events) {
        return inDelivery(
                () -> events.stream().filter(event -> maySee(user, event)).toList());
    }

    private void handOver(Subscriber subscriber, List<LogEvent> events, Positions covered) {
        for (var event : events) {
            subscriber.deliver(event.frame().untimed());
            if (event.joined().contains(subscriber.user()) && event.recipients() instanceof Recipients.Members of) {
                subscriber.subscribed(of.server(), covered);
            }
        }
        metrics.replayed(events.size());
    }

    /** Who is no member any more hears so, and then nothing more of the server. */
    private void endFormerMembers(LogEvent event, Server state) {
        var ended = state.kind() == Server.Kind.DELETED
                ? List.copyOf(subscriptions.of(state.id()))
                : event.left() == null ? List.<Subscriber>of() : List.copyOf(subscriptions.of(event.left()));
        for (var subscriber : ended) {
            if (subscriptions.unfollow(subscriber, state.id())) {
                subscriber.deliver(event.frame());
                subscriber.unsubscribed(state.id());
            }
        }
    }

    private boolean pass(LogEvent event, RecordSpan span) {
        if (!past(event.stream()).append(event)) {
            metrics.retried();
            return false;
        }
        var frame = event.frame().traced(span);
        var delivered = 0;
        for (var subscriber : recipients(event.recipients())) {
            if (news.isGiven(subscriber, event)) {
                subscriber.deliver(frame);
                delivered++;
            }
        }
        metrics.delivered(delivered);
        return true;
    }

    private void become(Server state) {
        entitlements.become(state);
        subscriptions.changed(state.id());
    }

    private Collection<Subscriber> recipients(Recipients recipients) {
        return switch (recipients) {
            case Recipients.Members(var server, var audience) -> subscriptions.of(server, audience);
            case Recipients.Only(var user) -> subscriptions.of(user);
            case Recipients.Acquaintances(var person) -> acquaintancesOf(person);
        };
    }

    /** Who follows a server is a member of it. */
    private Collection<Subscriber> acquaintancesOf(UserId person) {
        var acquaintances = new LinkedHashSet<>(subscriptions.of(person));
        entitlements.serversOf(person).forEach(server -> acquaintances.addAll(subscriptions.of(server)));
        return acquaintances;
    }

    private boolean maySee(UserId user, LogEvent event) {
        return switch (event.recipients()) {
            case Recipients.Members(var server, var audience) -> entitlements.maySee(user, server, audience);
            case Recipients.Only(var only) -> only.equals(user);
            case Recipients.Acquaintances(var person) -> entitlements.share(user, person);
        };
    }

    private void goLive(Subscriber subscriber, Positions positions) {
        var servers = entitlements.serversOf(subscriber.user());
        subscriptions.add(subscriber, servers);
        subscriber.caughtUp(positions, servers);
    }

    private Map<EventStream, Long> missing(Positions from, List<EventStream> streams) {
        return streams.stream()
                .filter(stream -> from.at(stream) < past(stream).start())
                .collect(Collectors.toMap(
                        stream -> stream, stream -> past(stream).start()));
    }

    private Step.ReadLog readLog(Positions from, List<EventStream> streams) {
        var missing = missing(from, streams);
        var since = new Wordings();
        missing.keySet().forEach(stream -> since.addAll(past(stream).wordings()));
        return new Step.ReadLog(missing, since);
    }

    private Positions current() {
        return Positions.of(stream -> past(stream).next());
    }

    private RecentPast past(EventStream stream) {
        return Objects.requireNonNull(recent.get(stream));
    }

    private void exclusively(Runnable action) {
        delivery.lock();
        try {
            action.run();
        } finally {
            delivery.unlock();
        }
    }

    private <T> T inDelivery(Supplier<T> question) {
        delivery.lock();
        try {
            return question.get();
        } finally {
            delivery.unlock();
        }
    }
}
