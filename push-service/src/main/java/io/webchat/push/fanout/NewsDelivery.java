package io.webchat.push.fanout;

import io.webchat.push.entitlement.Audience;
import io.webchat.push.entitlement.Entitlements;
import io.webchat.push.protocol.Positions;
import java.util.List;

/**
 * Gives clients with a {@link ChannelDigest} their share of the messages, and tells them of the rest. To all others
 * everything is given. Not thread-safe: whoever delivers guards it.
 */
final class NewsDelivery {
    /** So many channels are told of at a time, which is some 40 KB: a client may be slow. */
    private static final int TOLD_AT_ONCE = 200;

    private final Entitlements entitlements;
    private final FanOutMetrics metrics;

    NewsDelivery(Entitlements entitlements, FanOutMetrics metrics) {
        this.entitlements = entitlements;
        this.metrics = metrics;
    }

    /** Delivery begins, or goes on, for a client that has what it was to be given before these positions. */
    void start(Subscriber subscriber, Positions had) {
        var digest = subscriber.digest();
        if (digest != null) {
            digest.startAt(had);
        }
    }

    /** Whether a client is given the event itself; otherwise it is told of it, now or when that is due. */
    boolean isGiven(Subscriber subscriber, LogEvent event) {
        var digest = subscriber.digest();
        if (digest == null || takesEvent(subscriber, digest, event)) {
            return true;
        }
        event.place()
                .flatMap(place -> digest.take(place.channel(), System.nanoTime()))
                .ifPresent(news -> tell(subscriber, news));
        return false;
    }

    /** Those of some events of the past that are given themselves; the client is to be told of the others. */
    List<LogEvent> given(Subscriber subscriber, List<LogEvent> events) {
        var digest = subscriber.digest();
        return digest == null
                ? events
                : events.stream()
                        .filter(event -> takesEvent(subscriber, digest, event))
                        .toList();
    }

    /** Tells a client what is due, or a part of it. */
    void tellSome(Subscriber subscriber) {
        var digest = subscriber.digest();
        if (digest != null) {
            digest.take(System.nanoTime(), TOLD_AT_ONCE).forEach(news -> tell(subscriber, news));
        }
    }

    /** Tells a client what it has not been told yet, or a part of it. Whether that was all. */
    boolean tellAll(Subscriber subscriber) {
        var digest = subscriber.digest();
        if (digest == null) {
            return true;
        }
        digest.takeUntold(System.nanoTime(), TOLD_AT_ONCE).forEach(news -> tell(subscriber, news));
        return !digest.hasUntold();
    }

    /** Who has lost sight of a channel meanwhile is not told of it any more. */
    private void tell(Subscriber subscriber, ChannelNews news) {
        if (entitlements.maySee(subscriber.user(), news.server(), Audience.of(news.channel()))) {
            subscriber.news(news);
            metrics.toldNews();
        }
    }

    private boolean takesEvent(Subscriber subscriber, ChannelDigest digest, LogEvent event) {
        var place = event.place().orElse(null);
        if (place == null) {
            return true;
        }
        return switch (digest.shareOf(event, place.channel())) {
            case EVENT -> true;
            case NOTHING -> false;
            case NEWS -> {
                var mentions = event.mentions();
                var isCalled = mentions != null && entitlements.isCalled(subscriber.user(), place.server(), mentions);
                digest.add(event, place, isCalled, System.nanoTime());
                yield false;
            }
        };
    }
}
