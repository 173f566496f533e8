package io.webchat.projection.notification;

import io.webchat.domain.user.UserId;
import io.webchat.support.redis.BestEffortRedis;
import io.webchat.support.webpush.PushSubscribers;
import io.webchat.support.webpush.PushSubscribers.Known;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Who can be called at all, as this instance heard last: some seconds ago, or longer while Redis is away. Safe from any
 * thread.
 */
@Component
class Subscribers {
    private final BestEffortRedis redis;
    private final long lookAgainNanos;
    private Known known = Known.NOBODY;
    private long looked;
    private boolean hasLooked;

    Subscribers(BestEffortRedis redis, NotificationProperties properties) {
        this.redis = redis;
        this.lookAgainNanos = properties.lookAgain().toNanos();
    }

    synchronized Set<UserId> all() {
        var now = System.nanoTime();
        if (!hasLooked || now - looked >= lookAgainNanos) {
            hasLooked = true;
            looked = now;
            var before = known;
            known = redis.ask(template ->
                            new PushSubscribers(template).newerThan(before).orElse(before))
                    .orElse(before);
        }
        return known.users();
    }
}
