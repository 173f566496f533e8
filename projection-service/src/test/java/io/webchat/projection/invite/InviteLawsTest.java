package io.webchat.projection.invite;

import io.webchat.domain.structure.StructureEvent;
import io.webchat.projection.consume.Projection;
import io.webchat.projection.laws.StructureHistory;
import io.webchat.projection.laws.ViewLaws;
import java.util.List;
import org.springframework.data.mongodb.core.MongoTemplate;

class InviteLawsTest extends ViewLaws<StructureEvent> {
    @Override
    protected Projection<StructureEvent> projection(MongoTemplate store) {
        return new InviteProjection(new InviteRepository(store));
    }

    @Override
    protected List<StructureEvent> history() {
        return StructureHistory.ofTwoServers();
    }
}
