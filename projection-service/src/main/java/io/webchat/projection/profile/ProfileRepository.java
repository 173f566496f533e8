package io.webchat.projection.profile;

import io.webchat.log.Topic;
import io.webchat.projection.consume.View;
import io.webchat.projection.store.PositionedCollection;
import java.util.Collection;
import java.util.Map;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Repository;

/** The profiles that are known. */
@Repository
class ProfileRepository {
    static final View VIEW = new View("profiles", Topic.USERS);

    private final PositionedCollection<ProfileDocument> documents;

    ProfileRepository(MongoTemplate mongo) {
        documents = new PositionedCollection<>(mongo, ProfileDocument.class);
    }

    /** By user id; unknown users are missing. */
    Map<String, ProfileDocument> find(Collection<String> userIds) {
        return documents.findAll(userIds);
    }

    void save(Collection<ProfileDocument> profiles) {
        documents.saveAll(profiles);
    }
}
