package io.webchat.projection.server;

import io.webchat.log.Topic;
import io.webchat.projection.cache.PositionedCache;
import io.webchat.projection.cache.ViewCaches;
import io.webchat.projection.consume.View;
import io.webchat.projection.store.PositionedCollection;
import io.webchat.projection.store.ViewCollections;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.stereotype.Repository;

/** The servers that are known: read through the cache, written to the store first. */
@Repository
class ServerRepository {
    static final View VIEW = new View("servers", Topic.STRUCTURE);

    private static final Duration CACHED = Duration.ofMinutes(5);

    private final MongoTemplate mongo;
    private final PositionedCollection<ServerDocument> documents;
    private final PositionedCache<ServerDocument> cache;

    ServerRepository(MongoTemplate mongo, ViewCaches caches) {
        this.mongo = mongo;
        this.documents = new PositionedCollection<>(mongo, ServerDocument.class);
        this.cache = caches.of("server", VIEW.name(), ServerDocument.class, CACHED);
    }

    void createIndexes() {
        mongo.indexOps(ViewCollections.SERVERS).createIndex(new Index("ownerId", Sort.Direction.ASC));
    }

    /**
     * One server.
     *
     * @param atLeast the position below which a cached copy is out of date
     */
    Optional<ServerDocument> find(String id, long atLeast) {
        return cache.find(id, atLeast).or(() -> {
            var found = documents.find(id);
            found.ifPresent(cache::put);
            return found;
        });
    }

    /** Servers by id, from the store; those that are not known are missing. */
    Map<String, ServerDocument> load(Collection<String> ids) {
        return documents.findAll(ids);
    }

    void save(Collection<ServerDocument> servers) {
        documents.saveAll(servers);
        cache.evict(servers.stream().map(ServerDocument::id).toList());
    }
}
