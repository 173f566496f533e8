package io.webchat.projection.server;

import io.webchat.projection.store.PositionedCollection;
import io.webchat.projection.store.ViewCollections;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.stereotype.Repository;

/** The servers that are known: read through the cache, written to the store first. */
@Repository
class Servers {
    private final PositionedCollection<ServerDocument> documents;
    private final ServerCache cache;

    Servers(MongoTemplate mongo, ServerCache cache) {
        this.documents = new PositionedCollection<>(mongo, ServerDocument.class);
        this.cache = cache;
        mongo.indexOps(ViewCollections.SERVERS).createIndex(new Index("ownerId", Sort.Direction.ASC));
    }

    /**
     * One server, as of a position or later if the store has it.
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

    Map<String, ServerDocument> load(Collection<String> ids) {
        return documents.findAll(ids);
    }

    void save(Collection<ServerDocument> servers) {
        documents.saveAll(servers);
        servers.forEach(server -> cache.evict(server.id()));
    }
}
