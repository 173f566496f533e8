package io.webchat.projection.profile;

import io.webchat.projection.store.PositionedCollection;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Repository;

/** The profiles that are known. */
@Repository
public class Profiles {
    private final PositionedCollection<ProfileDocument> documents;

    Profiles(MongoTemplate mongo) {
        documents = new PositionedCollection<>(mongo, ProfileDocument.class);
    }

    /** The profiles of these users, by user id; unknown users are missing. */
    public Map<String, Profile> find(Collection<String> userIds) {
        var found = new TreeMap<String, Profile>();
        documents
                .findAll(userIds)
                .forEach((id, document) -> found.put(id, new Profile(id, document.username(), document.displayName())));
        return found;
    }

    void save(Collection<ProfileDocument> profiles) {
        documents.saveAll(profiles);
    }
}
