package io.webchat.projection.invite;

import io.webchat.log.Topic;
import io.webchat.projection.consume.View;
import io.webchat.projection.store.PositionedCollection;
import java.util.Collection;
import java.util.Map;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Repository;

/** The invites that are known. */
@Repository
class InviteRepository {
    static final View VIEW = new View("invites", Topic.STRUCTURE);

    private final PositionedCollection<InviteDocument> documents;

    InviteRepository(MongoTemplate mongo) {
        documents = new PositionedCollection<>(mongo, InviteDocument.class);
    }

    /** By code; those that are not known are missing. */
    Map<String, InviteDocument> load(Collection<String> codes) {
        return documents.findAll(codes);
    }

    void save(Collection<InviteDocument> invites) {
        documents.saveAll(invites);
    }
}
