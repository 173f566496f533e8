package io.webchat.auth.session;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import io.webchat.support.session.EndedSessions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Tells push-service that sessions have ended, so that it closes their sockets. To be called when they have: whoever is
 * closed and asks for another access token must not get one. Nothing fails where Redis is away; then it is told once
 * Redis is back, as long as an access token of the session may be valid. The ends are kept in MongoDB for so long, and
 * every instance looks now and then whether Redis has them all: one that was emptied is told again, and so is what an
 * instance that is gone could not tell.
 */
@Component
class SessionEnds {
    private static final Logger LOG = LoggerFactory.getLogger(SessionEnds.class);

    /** Another instance may have issued the last access token. */
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(1);

    private final EndedSessions ended;
    private final MongoOperations mongo;
    private final SessionProperties properties;
    private final Clock clock;
    private final Map<String, Instant> untold = new ConcurrentHashMap<>();

    SessionEnds(StringRedisTemplate redis, MongoOperations mongo, SessionProperties properties, Clock clock) {
        this.ended = new EndedSessions(redis);
        this.mongo = mongo;
        this.properties = properties;
        this.clock = clock;
    }

    void tell(Collection<String> sessionIds) {
        var until = clock.instant().plus(properties.accessTokenLifetime()).plus(CLOCKS_DIFFER);
        sessionIds.forEach(id -> untold.put(id, until));
        keep(sessionIds, until);
        tellOfTheRest();
    }

    private void keep(Collection<String> sessionIds, Instant until) {
        try {
            sessionIds.forEach(id -> mongo.save(new SessionEnd(id, until)));
        } catch (RuntimeException e) {
            LOG.warn("{} sessions have ended, which nobody tells again if Redis loses it", sessionIds.size());
            LOG.debug("MongoDB", e);
        }
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

    @Scheduled(fixedDelayString = "PT5S")
    void tellWhatRedisHasLost() {
        var now = clock.instant();
        try {
            var kept = mongo.find(query(where("until").gt(now)), SessionEnd.class);
            if (!kept.isEmpty()) {
                tell(kept, ended.current(now).keySet(), now);
            }
        } catch (RuntimeException e) {
            LOG.debug("nobody knows which ends of sessions Redis has lost, trying again", e);
        }
    }

    private void tell(List<SessionEnd> kept, Set<String> there, Instant now) {
        var lost = kept.stream()
                .filter(end -> !there.contains(end.id()))
                .collect(Collectors.toMap(SessionEnd::id, SessionEnd::until));
        if (!lost.isEmpty()) {
            ended.add(lost, now);
            LOG.info("Redis is told again that {} sessions have ended", lost.size());
        }
    }

    /** What nobody asks for any more: nothing depends on when. */
    @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT1M")
    void forgetOldOnes() {
        mongo.remove(query(where("until").lte(clock.instant())), SessionEnd.class);
    }
}
