package io.webchat.projection.ban;

import io.webchat.domain.structure.StructureEvent;
import io.webchat.projection.consume.Projection;
import io.webchat.projection.laws.StructureLaws;
import org.springframework.data.mongodb.core.MongoTemplate;

class BanLawsTest extends StructureLaws {
    @Override
    protected Projection<StructureEvent> projection(MongoTemplate store) {
        return new BanProjection(new BanRepository(store));
    }
}
