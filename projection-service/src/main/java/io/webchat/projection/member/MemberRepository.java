package io.webchat.projection.member;

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

/** The members that are known. */
@Repository
class MemberRepository {
    static final View VIEW = new View("members", Topic.STRUCTURE);

    /** Sorts after every character of an id. */
    private static final String END = "~";

    private final MongoTemplate mongo;
    private final PositionedCollection<MemberDocument> documents;

    MemberRepository(MongoTemplate mongo) {
        this.mongo = mongo;
        this.documents = new PositionedCollection<>(mongo, MemberDocument.class);
    }

    /**
     * Members of a server in the order of their user ids, beginning after one of them; {@code ""} begins at the first.
     */
    List<MemberDocument> page(String serverId, String afterUserId, int limit) {
        var range = Criteria.where("_id")
                .gt(MemberDocument.id(serverId, afterUserId))
                .lt(MemberDocument.id(serverId, END))
                .and("isMember")
                .is(true);
        return mongo.find(Query.query(range).with(Sort.by("_id").ascending()).limit(limit), MemberDocument.class);
    }

    /** Those with these ids, by id; those about whom nothing happened are missing. */
    Map<String, MemberDocument> load(Collection<String> ids) {
        return documents.findAll(ids);
    }

    void save(Collection<MemberDocument> members) {
        documents.saveAll(members);
    }
}
