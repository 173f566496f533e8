package io.webchat.projection.server;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Optional;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Servers in Redis, for five minutes, evicted by the projection on every change.
 *
 * <p>Eviction alone would not be exact: a reader may store what it loaded before a change after the change was evicted,
 * and an eviction is lost while Redis is away. So each copy carries its position, and a reader takes it only if it is
 * as far as the structure replica says the server is. Redis lost, flushed or stopped means slower, never wrong.
 */
@Component
class ServerCache {
    private static final Duration LIFETIME = Duration.ofMinutes(5);

    private final StringRedisTemplate redis;
    private final JsonMapper json;
    private final Counter hits;
    private final Counter misses;

    ServerCache(StringRedisTemplate redis, JsonMapper json, MeterRegistry meters) {
        this.redis = redis;
        this.json = json;
        this.hits = meters.counter("webchat.cache.requests", "cache", "server", "result", "hit");
        this.misses = meters.counter("webchat.cache.requests", "cache", "server", "result", "miss");
    }

    Optional<ServerDocument> find(String id, long atLeast) {
        var found = read(id).filter(server -> server.position() >= atLeast);
        found.ifPresentOrElse(server -> hits.increment(), misses::increment);
        return found;
    }

    void put(ServerDocument server) {
        try {
            redis.opsForValue().set(key(server.id()), json.writeValueAsString(server), LIFETIME);
        } catch (DataAccessException e) {
            // Without Redis the store answers.
        }
    }

    void evict(String id) {
        try {
            redis.delete(key(id));
        } catch (DataAccessException e) {
            // What stays behind has an old position, and no reader takes it.
        }
    }

    private Optional<ServerDocument> read(String id) {
        try {
            return Optional.ofNullable(redis.opsForValue().get(key(id)))
                    .map(text -> json.readValue(text, ServerDocument.class));
        } catch (DataAccessException | JacksonException e) {
            return Optional.empty();
        }
    }

    private static String key(String id) {
        return "webchat:server:" + id;
    }
}
