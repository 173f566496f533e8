package io.webchat.projection.audit;

import io.webchat.log.Topic;
import io.webchat.projection.consume.View;
import io.webchat.projection.store.PositionedCollection;
import io.webchat.projection.store.ViewCollections;
import io.webchat.projection.store.WholeInsert;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.BulkOperations.BulkMode;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Repository;

/**
 * The audit logs in three collections, written in this order: reasons, entries, and how many entries there are per
 * server. The last one alone says what is done; until it is written, the same events lead to the same documents again.
 */
@Repository
class AuditRepository {
    static final View VIEW = new View("audit", Topic.STRUCTURE);

    private static final String ID = "_id";
    private static final String NUMBER = "number";

    private final MongoTemplate mongo;
    private final PositionedCollection<AuditHead> heads;

    AuditRepository(MongoTemplate mongo) {
        this.mongo = mongo;
        this.heads = new PositionedCollection<>(mongo, AuditHead.class);
    }

    void createIndexes() {
        for (var filter : List.of("actorId", "type")) {
            mongo.indexOps(ViewCollections.AUDIT_ENTRIES)
                    .createIndex(new Index("serverId", Sort.Direction.ASC)
                            .on(filter, Sort.Direction.ASC)
                            .on(NUMBER, Sort.Direction.DESC));
        }
    }

    /** By server; those without events are missing. */
    Map<String, AuditHead> heads(Collection<String> serverIds) {
        return heads.findAll(serverIds);
    }

    long head(String serverId) {
        return heads.find(serverId).map(AuditHead::number).orElse(0L);
    }

    /** The entries with numbers from first to last, newest first; none if last comes before first. */
    List<AuditEntryDocument> page(String serverId, long first, long last) {
        if (first > last) {
            return List.of();
        }
        var ids = LongStream.rangeClosed(first, last)
                .mapToObj(number -> AuditEntryDocument.id(serverId, number))
                .toList();
        return newestFirst(Query.query(Criteria.where(ID).in(ids)));
    }

    /**
     * Entries up to a number that were made by somebody, or are of a type, or both; newest first.
     *
     * @param actor null for anybody
     * @param type null for any
     */
    List<AuditEntryDocument> search(
            String serverId, long last, @Nullable String actor, @Nullable String type, int limit) {
        var wanted = Criteria.where("serverId").is(serverId).and(NUMBER).lte(last);
        if (actor != null) {
            wanted.and("actorId").is(actor);
        }
        if (type != null) {
            wanted.and("type").is(type);
        }
        return newestFirst(Query.query(wanted).limit(limit));
    }

    private List<AuditEntryDocument> newestFirst(Query query) {
        return mongo.find(query.with(Sort.by(Sort.Direction.DESC, NUMBER)), AuditEntryDocument.class);
    }

    /** By {@link AuditReason#id}; commands that nobody has explained are missing. */
    Map<String, String> reasons(Collection<String> ids) {
        return mongo.find(Query.query(Criteria.where(ID).in(ids)), AuditReason.class).stream()
                .collect(Collectors.toMap(AuditReason::id, AuditReason::reason));
    }

    void save(
            Collection<AuditReason> newReasons,
            Collection<AuditEntryDocument> newEntries,
            Collection<AuditHead> newHeads) {
        var insert = new WholeInsert(mongo.getConverter());
        if (!newReasons.isEmpty()) {
            var bulk = mongo.bulkOps(BulkMode.ORDERED, ViewCollections.AUDIT_REASONS);
            newReasons.forEach(reason -> insert.addTo(bulk, reason.id(), reason));
            bulk.execute();
        }
        if (!newEntries.isEmpty()) {
            var bulk = mongo.bulkOps(BulkMode.ORDERED, ViewCollections.AUDIT_ENTRIES);
            newEntries.forEach(entry -> insert.addTo(bulk, entry.id(), entry));
            bulk.execute();
        }
        heads.saveAll(newHeads);
    }
}
