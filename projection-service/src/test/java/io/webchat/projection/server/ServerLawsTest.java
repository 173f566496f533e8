package io.webchat.projection.server;

import io.webchat.domain.structure.StructureEvent;
import io.webchat.projection.cache.NoCache;
import io.webchat.projection.cache.ViewCaches;
import io.webchat.projection.consume.Projection;
import io.webchat.projection.laws.StructureLaws;
import org.springframework.data.mongodb.core.MongoTemplate;

class ServerLawsTest extends StructureLaws {
    private static final ViewCaches CACHES = NoCache.caches();

    @Override
    protected Projection<StructureEvent> projection(MongoTemplate store) {
        return new ServerProjection(new ServerRepository(store, CACHES));
    }
}
