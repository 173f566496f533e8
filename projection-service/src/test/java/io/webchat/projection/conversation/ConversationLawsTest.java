package io.webchat.projection.conversation;

import io.webchat.domain.structure.StructureEvent;
import io.webchat.projection.consume.Projection;
import io.webchat.projection.laws.StructureLaws;
import org.springframework.data.mongodb.core.MongoTemplate;

class ConversationLawsTest extends StructureLaws {
    @Override
    protected Projection<StructureEvent> projection(MongoTemplate store) {
        return new ConversationProjection(new ConversationRepository(store));
    }
}
