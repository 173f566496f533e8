package io.webchat.auth.webpush;

import io.webchat.auth.session.PushSubscriptions;
import io.webchat.domain.user.UserId;
import io.webchat.support.webpush.PushSubscribers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Tells who can be called. Whoever subscribes is told at once; all of them are told anew every five minutes, without
 * those who cannot be called any more, and within ten seconds where Redis has forgotten them. Without keys nobody is.
 * Whoever subscribes while all are told, at whichever instance, is not lost.
 */
@Component
class SubscriberList {
    private static final Logger LOG = LoggerFactory.getLogger(SubscriberList.class);

    private final PushSubscribers subscribers;
    private final PushSubscriptions subscriptions;
    private final Vapid vapid;
    private final PushMetrics metrics;

    SubscriberList(StringRedisTemplate redis, PushSubscriptions subscriptions, Vapid vapid, PushMetrics metrics) {
        this.subscribers = new PushSubscribers(redis);
        this.subscriptions = subscriptions;
        this.vapid = vapid;
        this.metrics = metrics;
    }

    synchronized void add(UserId user) {
        try {
            subscribers.add(user);
        } catch (DataAccessException e) {
            LOG.debug("told with all others", e);
        }
    }

    @Scheduled(initialDelayString = "PT5M", fixedDelayString = "PT5M")
    synchronized void tellAll() {
        if (vapid.publicKey().isEmpty()) {
            return;
        }
        try {
            var users = subscriptions.users();
            metrics.subscribers(users.size());
            subscribers.replace(users);
            // Whoever subscribed meanwhile at another instance was told before, and is in the store by now.
            subscriptions.users().stream().filter(user -> !users.contains(user)).forEach(subscribers::add);
        } catch (DataAccessException e) {
            LOG.debug("who can be called is told later", e);
        }
    }

    @Scheduled(fixedDelayString = "PT10S")
    void tellWhatIsForgotten() {
        try {
            if (vapid.publicKey().isPresent() && !subscribers.areThere()) {
                tellAll();
            }
        } catch (DataAccessException e) {
            LOG.debug("nobody knows what Redis has forgotten", e);
        }
    }
}
