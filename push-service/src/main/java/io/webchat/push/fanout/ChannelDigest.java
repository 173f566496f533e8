package io.webchat.push.fanout;

import io.webchat.domain.structure.ChannelId;
import io.webchat.domain.structure.ServerId;
import io.webchat.domain.user.UserId;
import io.webchat.push.protocol.EventStream;
import io.webchat.push.protocol.Positions;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What a client is given that wants the messages of the channels that it watches, and of all others to know that
 * something happened.
 *
 * <p><b>Guarantees.</b> Of a channel that is not watched the last event is told, at once if nothing was told of it for
 * a second, otherwise once that is over; so each is told of at most once a second, but for what a client has to know
 * before delivery is live. {@link #settled} says from where on something may be untold: who comes back there, on
 * whichever instance, is told the rest. <b>Limits.</b> Whether the client may still see a channel is for whoever tells
 * it.
 *
 * <p>Not thread-safe: whoever delivers guards it. It remembers channels for as long as there is something to tell or
 * the second lasts.
 */
public final class ChannelDigest {
    private static final long PAUSE_NANOS = Duration.ofSeconds(1).toNanos();
    private static final long NONE = -1;

    private final UserId user;
    /** Those that were told of last come last, so that all have their turn. */
    private final Map<ChannelId, News> news = new LinkedHashMap<>();

    private volatile boolean isEmpty = true;
    private Set<ChannelId> watched;
    private Positions had = Positions.of(stream -> 0);

    /** How much of an event a client is given. */
    enum Share {
        EVENT,
        NEWS,
        /** It has had it. */
        NOTHING
    }

    /** What happened in one channel. */
    private static final class News {
        private final ServerId server;
        private final EventStream stream;
        private long untoldFrom = NONE;
        private long offset = NONE;
        private long posted = NONE;
        private long mentioned = NONE;
        private long quietUntil;

        News(ServerId server, EventStream stream, long now) {
            this.server = server;
            this.stream = stream;
            this.quietUntil = now;
        }
    }

    public ChannelDigest(UserId user, Set<ChannelId> watched) {
        this.user = user;
        this.watched = watched;
    }

    /** Delivery begins, or goes on, for a client that has all events that it was to be given before these positions. */
    void startAt(Positions positions) {
        had = positions;
        news.clear();
        isEmpty = true;
    }

    /** From here on the events of these channels are given, and of no others. */
    void watch(Set<ChannelId> channels) {
        watched = channels;
        news.keySet().removeAll(channels);
    }

    /** How much of an event of a channel is given. */
    Share shareOf(LogEvent event, ChannelId channel) {
        if (!watched.contains(channel)) {
            return Share.NEWS;
        }
        return event.offset() < had.at(event.stream()) ? Share.NOTHING : Share.EVENT;
    }

    /** Takes in an event of a channel that is not watched; later than any before it in its stream. */
    void add(LogEvent event, LogEvent.Place place, boolean isCalled, long now) {
        var one = news.computeIfAbsent(place.channel(), channel -> new News(place.server(), event.stream(), now));
        isEmpty = false;
        if (one.untoldFrom == NONE) {
            one.untoldFrom = event.offset();
        }
        one.offset = event.offset();
        if (!user.equals(event.actor())) {
            one.posted = event.isPosted() ? event.offset() : one.posted;
            one.mentioned = isCalled ? event.offset() : one.mentioned;
        }
    }

    /** What is to be told of a channel now, if anything is; it counts as told. */
    Optional<ChannelNews> take(ChannelId channel, long now) {
        var one = news.get(channel);
        return one == null || !isDue(one, now) ? Optional.empty() : Optional.of(told(channel, one, now));
    }

    /** What is to be told now, of so many channels at most; it counts as told. */
    List<ChannelNews> take(long now, int most) {
        return take(one -> isDue(one, now), now, most);
    }

    /** What is to be told now or later, of so many channels at most; it counts as told. */
    List<ChannelNews> takeUntold(long now, int most) {
        return take(one -> one.untoldFrom != NONE, now, most);
    }

    private List<ChannelNews> take(Predicate<News> which, long now, int most) {
        news.values().removeIf(one -> one.untoldFrom == NONE && now - one.quietUntil >= 0);
        isEmpty = news.isEmpty();
        var taken = news.entrySet().stream()
                .filter(entry -> which.test(entry.getValue()))
                .limit(most)
                .toList();
        return taken.stream()
                .map(entry -> told(entry.getKey(), entry.getValue(), now))
                .toList();
    }

    /** Whether something is to be told, now or later. */
    boolean hasUntold() {
        return news.values().stream().anyMatch(one -> one.untoldFrom != NONE);
    }

    /** Whether nothing is remembered. Safe from any thread, unlike all else. */
    boolean isEmpty() {
        return isEmpty;
    }

    /** These positions, but in each stream no further than everything has been told. */
    Positions settled(Positions reached) {
        var settled = reached;
        for (var one : news.values()) {
            if (one.untoldFrom != NONE && one.untoldFrom < settled.at(one.stream)) {
                settled = settled.with(one.stream, one.untoldFrom);
            }
        }
        return settled;
    }

    private static boolean isDue(News one, long now) {
        return one.untoldFrom != NONE && now - one.quietUntil >= 0;
    }

    private ChannelNews told(ChannelId channel, News one, long now) {
        var told = new ChannelNews(
                one.server, channel, one.stream, one.offset, present(one.posted), present(one.mentioned));
        one.untoldFrom = NONE;
        one.posted = NONE;
        one.mentioned = NONE;
        one.quietUntil = now + PAUSE_NANOS;
        news.remove(channel);
        news.put(channel, one);
        return told;
    }

    private static OptionalLong present(long offset) {
        return offset == NONE ? OptionalLong.empty() : OptionalLong.of(offset);
    }
}
