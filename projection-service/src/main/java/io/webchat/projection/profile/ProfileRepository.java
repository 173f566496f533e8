package io.webchat.projection.profile;

import io.webchat.log.Topic;
import io.webchat.projection.consume.View;
import io.webchat.projection.store.PositionedCollection;
import io.webchat.projection.store.ViewCollections;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Repository;

/** The profiles that are known. */
@Repository
class ProfileRepository {
    static final View VIEW = new View("profiles", Topic.USERS);

    private static final String USERNAME_KEY = "usernameKey";

    private final MongoTemplate mongo;
    private final PositionedCollection<ProfileDocument> documents;

    ProfileRepository(MongoTemplate mongo) {
        this.mongo = mongo;
        documents = new PositionedCollection<>(mongo, ProfileDocument.class);
    }

    void createIndexes() {
        mongo.indexOps(ViewCollections.PROFILES).createIndex(new Index(USERNAME_KEY, Sort.Direction.ASC));
    }

    /** Who is called so, without regard to case. A store that does not know secondary indexes reads all profiles. */
    Optional<ProfileDocument> named(String username) {
        var byName = new Criteria()
                .orOperator(
                        Criteria.where(USERNAME_KEY).is(ProfileDocument.keyOf(username)),
                        Criteria.where("username").is(username));
        return Optional.ofNullable(mongo.findOne(Query.query(byName), ProfileDocument.class));
    }

    /** By user id; unknown users are missing. */
    Map<String, ProfileDocument> find(Collection<String> userIds) {
        return documents.findAll(userIds);
    }

    void save(Collection<ProfileDocument> profiles) {
        documents.saveAll(profiles);
    }
}
