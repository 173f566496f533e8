package io.webchat.push.fanout;

import io.webchat.domain.structure.ChannelId;
import io.webchat.domain.structure.ServerId;
import io.webchat.domain.user.UserId;
import io.webchat.push.protocol.EventStream;
import io.webchat.push.protocol.Positions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * What a client is given that wants the messages of the channels that it watches, and of all others to know that
 * something happened.
 *
 * <p><b>Guarantees.</b> Of a channel that is not watched the last event is told, at once if nothing was told of it for
 * a second, otherwise once that is over; so each is told of at most once a second. {@link #settled} says from where on
 * something may be untold: who comes back there, on whichever instance, is told the rest. <b>Limits.</b> Whether the
 * client may still see a channel is for whoever tells it.
 *
 * <p>Not thread-safe: whoever delivers guards it. It remembers channels for as long as there is something to tell or
 * the second lasts.
 */
public final class ChannelDigest {
    private static final long PAUSE_NANOS = Duration.ofSeconds(1).toNanos();
    private static final long NONE = -1;

    private final UserId user;
    private final Map<ChannelId, News> news = new HashMap<>();
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
        return one == null || one.untoldFrom == NONE || now - one.quietUntil < 0
                ? Optional.empty()
                : Optional.of(told(channel, one, now));
    }

    /** All that is to be told now; it counts as told. */
    List<ChannelNews> take(long now) {
        news.values().removeIf(one -> one.untoldFrom == NONE && now - one.quietUntil >= 0);
        var due = new ArrayList<ChannelNews>();
        for (var channel : List.copyOf(news.keySet())) {
            take(channel, now).ifPresent(due::add);
        }
        return due;
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

    private static ChannelNews told(ChannelId channel, News one, long now) {
        var told = new ChannelNews(
                one.server, channel, one.stream, one.offset, present(one.posted), present(one.mentioned));
        one.untoldFrom = NONE;
        one.posted = NONE;
        one.mentioned = NONE;
        one.quietUntil = now + PAUSE_NANOS;
        return told;
    }

    private static OptionalLong present(long offset) {
        return offset == NONE ? OptionalLong.empty() : OptionalLong.of(offset);
    }
}
