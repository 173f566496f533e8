package io.webchat.projection.cache;

import io.webchat.projection.store.Positioned;
import io.webchat.support.redis.BestEffortRedis;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Supplier;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Copies of documents in Redis, evicted by the projection on every change.
 *
 * <p>Eviction alone would not be exact: a reader may put what it loaded before a change after the change was evicted,
 * and an eviction is lost while Redis is away. So each copy carries its position, and a reader names the position that
 * it must have. Redis lost, flushed, stopped or hanging means slower, never wrong.
 *
 * @param <D> the documents
 */
public final class PositionedCache<D extends Positioned> {
    private final BestEffortRedis redis;
    private final JsonMapper json;
    private final Class<D> type;
    private final Supplier<String> keys;
    private final Duration lifetime;
    private final CacheMetrics metrics;

    PositionedCache(
            BestEffortRedis redis,
            JsonMapper json,
            Class<D> type,
            Supplier<String> keys,
            Duration lifetime,
            CacheMetrics metrics) {
        this.redis = redis;
        this.json = json;
        this.type = type;
        this.keys = keys;
        this.lifetime = lifetime;
        this.metrics = metrics;
    }

    /** A copy that is at the position or further. */
    public Optional<D> find(String id, long atLeast) {
        var found = redis.ask(template -> template.opsForValue().get(keys.get() + id))
                .flatMap(this::read)
                .filter(document -> document.position() >= atLeast);
        found.ifPresentOrElse(document -> metrics.hit(), metrics::miss);
        return found;
    }

    public void put(D document) {
        var text = json.writeValueAsString(document);
        redis.ask(template -> {
            template.opsForValue().set(keys.get() + document.id(), text, lifetime);
            return true;
        });
    }

    public void evict(Collection<String> ids) {
        if (!ids.isEmpty()) {
            var prefix = keys.get();
            var changed = ids.stream().map(id -> prefix + id).toList();
            redis.ask(template -> template.delete(changed));
        }
    }

    /** Empty for a copy that another version of this service has left. */
    private Optional<D> read(String text) {
        try {
            return Optional.of(json.readValue(text, type));
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }
}
