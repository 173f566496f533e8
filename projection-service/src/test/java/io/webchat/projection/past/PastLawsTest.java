package io.webchat.projection.past;

import io.webchat.domain.structure.StructureEvent;
import io.webchat.projection.consume.Projection;
import io.webchat.projection.laws.StructureLaws;
import org.springframework.data.mongodb.core.MongoTemplate;

class PastLawsTest extends StructureLaws {
    @Override
    protected Projection<StructureEvent> projection(MongoTemplate store) {
        return new PastProjection(new PastRepository(store));
    }
}
