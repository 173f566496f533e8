package io.webchat.projection.conversation;

import io.webchat.log.Topic;
import io.webchat.projection.consume.View;
import io.webchat.projection.store.PositionedCollection;
import java.util.Collection;
import java.util.Map;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Repository;

/** The direct conversations that are known. */
@Repository
class ConversationRepository {
    static final View VIEW = new View("conversations", Topic.STRUCTURE);

    private final PositionedCollection<ConversationDocument> documents;

    ConversationRepository(MongoTemplate mongo) {
        documents = new PositionedCollection<>(mongo, ConversationDocument.class);
    }

    /** By id; servers that are no conversations are missing. */
    Map<String, ConversationDocument> load(Collection<String> serverIds) {
        return documents.findAll(serverIds);
    }

    void save(Collection<ConversationDocument> conversations) {
        documents.saveAll(conversations);
    }
}
