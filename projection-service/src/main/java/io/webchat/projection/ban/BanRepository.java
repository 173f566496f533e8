package io.webchat.projection.ban;

import io.webchat.log.Topic;
import io.webchat.projection.consume.View;
import io.webchat.projection.store.PositionedCollection;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Repository;

/** The bans that are known. */
@Repository
class BanRepository {
    static final View VIEW = new View("bans", Topic.STRUCTURE);

    /** Sorts after every character of an id. */
    private static final String END = "~";

    private final MongoTemplate mongo;
    private final PositionedCollection<BanDocument> documents;

    BanRepository(MongoTemplate mongo) {
        this.mongo = mongo;
        this.documents = new PositionedCollection<>(mongo, BanDocument.class);
    }

    /** Bans of a server in the order of their user ids, beginning after one of them; {@code ""} begins at the first. */
    List<BanDocument> page(String serverId, String afterUserId, int limit) {
        var range = Criteria.where("_id")
                .gt(BanDocument.id(serverId, afterUserId))
                .lt(BanDocument.id(serverId, END))
                .and("isBanned")
                .is(true);
        return mongo.find(Query.query(range).with(Sort.by("_id").ascending()).limit(limit), BanDocument.class);
    }

    /** Those with these ids, by id; who was never banned is missing. */
    Map<String, BanDocument> load(Collection<String> ids) {
        return documents.findAll(ids);
    }

    void save(Collection<BanDocument> bans) {
        documents.saveAll(bans);
    }
}
