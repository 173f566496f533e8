package io.webchat.projection.member;

import io.webchat.domain.structure.StructureEvent;
import io.webchat.projection.consume.Projection;
import io.webchat.projection.laws.StructureLaws;
import org.springframework.data.mongodb.core.MongoTemplate;

class MemberLawsTest extends StructureLaws {
    @Override
    protected Projection<StructureEvent> projection(MongoTemplate store) {
        return new MemberProjection(new MemberRepository(store));
    }
}
