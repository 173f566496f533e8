package io.webchat.projection.member;

import io.webchat.domain.structure.StructureEvent;
import io.webchat.projection.consume.Projection;
import io.webchat.projection.laws.StructureHistory;
import io.webchat.projection.laws.ViewLaws;
import java.util.List;
import org.springframework.data.mongodb.core.MongoTemplate;

class MemberLawsTest extends ViewLaws<StructureEvent> {
    @Override
    protected Projection<StructureEvent> projection(MongoTemplate store) {
        return new MemberProjection(new MemberRepository(store));
    }

    @Override
    protected List<StructureEvent> history() {
        return StructureHistory.ofTwoServers();
    }
}
