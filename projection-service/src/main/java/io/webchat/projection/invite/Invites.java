package io.webchat.projection.invite;

import io.webchat.projection.store.PositionedCollection;
import java.util.Collection;
import java.util.Optional;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Repository;

/** The invites that are known. */
@Repository
class Invites {
    private final PositionedCollection<InviteDocument> documents;

    Invites(MongoTemplate mongo) {
        documents = new PositionedCollection<>(mongo, InviteDocument.class);
    }

    Optional<InviteDocument> find(String code) {
        return documents.find(code);
    }

    void save(Collection<InviteDocument> invites) {
        documents.saveAll(invites);
    }
}
