package io.webchat.projection.activity;

import io.webchat.log.Topic;
import io.webchat.projection.consume.View;
import io.webchat.projection.store.PositionedCollection;
import java.util.Collection;
import java.util.Map;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Repository;

/** When channels were last written in, as far as that is known. */
@Repository
class ActivityRepository {
    static final View VIEW = new View("activity", Topic.MESSAGES);

    private final PositionedCollection<ActivityDocument> documents;

    ActivityRepository(MongoTemplate mongo) {
        documents = new PositionedCollection<>(mongo, ActivityDocument.class);
    }

    /** By channel; those without messages are missing. */
    Map<String, ActivityDocument> find(Collection<String> channelIds) {
        return documents.findAll(channelIds);
    }

    void save(Collection<ActivityDocument> channels) {
        documents.saveAll(channels);
    }
}
