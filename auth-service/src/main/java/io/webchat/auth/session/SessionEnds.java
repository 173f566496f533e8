package io.webchat.auth.session;

import io.webchat.support.session.EndedSessions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Tells push-service that sessions have ended, so that it closes their sockets. To be called when they have: whoever is
 * closed and asks for another access token must not get one. Nothing fails where Redis is away; then it is told once
 * Redis is back, as long as this instance lives and an access token of the session may be valid.
 */
@Component
class SessionEnds {
    private static final Logger LOG = LoggerFactory.getLogger(SessionEnds.class);

    /** Another instance may have issued the last access token. */
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(1);

    private final EndedSessions ended;
    private final SessionProperties properties;
    private final Clock clock;
    private final Map<String, Instant> untold = new ConcurrentHashMap<>();

    SessionEnds(StringRedisTemplate redis, SessionProperties properties, Clock clock) {
        this.ended = new EndedSessions(redis);
        this.properties = properties;
        this.clock = clock;
    }

    void tell(Collection<String> sessionIds) {
        var until = clock.instant().plus(properties.accessTokenLifetime()).plus(CLOCKS_DIFFER);
        sessionIds.forEach(id -> untold.put(id, until));
        tellOfTheRest();
    }

    @Scheduled(fixedDelayString = "PT1S")
    void tellOfTheRest() {
        var now = clock.instant();
        untold.values().removeIf(until -> !until.isAfter(now));
        var telling = Map.copyOf(untold);
        if (telling.isEmpty()) {
            return;
        }
        try {
            ended.add(telling, now);
            telling.forEach(untold::remove);
        } catch (RuntimeException e) {
            // Whatever it is: nobody stays logged in because it cannot be told.
            LOG.warn("{} sessions have ended and their sockets stay open while Redis is away", telling.size());
            LOG.debug("Redis", e);
        }
    }
}
