package io.webchat.projection.store;

import static java.util.function.Predicate.not;

import com.mongodb.bulk.BulkWriteResult;
import com.mongodb.bulk.BulkWriteUpsert;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.data.mongodb.core.BulkOperations.BulkMode;
import org.springframework.data.mongodb.core.FindAndReplaceOptions;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

/**
 * A collection whose documents only move forward in the log: a write that reflects less than what is stored changes
 * nothing, whoever sends it and whenever it arrives.
 *
 * @param <D> its documents
 */
public final class PositionedCollection<D extends Positioned> {
    private static final String ID = "_id";
    private static final String POSITION = "position";

    private final MongoTemplate mongo;
    private final Class<D> type;
    private final WholeInsert insert;
    private final boolean replacesEqual;

    public PositionedCollection(MongoTemplate mongo, Class<D> type) {
        this(mongo, type, false);
    }

    private PositionedCollection(MongoTemplate mongo, Class<D> type, boolean replacesEqual) {
        this.mongo = mongo;
        this.type = type;
        this.insert = new WholeInsert(mongo.getConverter());
        this.replacesEqual = replacesEqual;
    }

    /**
     * One whose writes also replace what reflects just as much, which differs where an event had been passed over and
     * is replayed.
     */
    public static <D extends Positioned> PositionedCollection<D> replacingEqual(MongoTemplate mongo, Class<D> type) {
        return new PositionedCollection<>(mongo, type, true);
    }

    public Optional<D> find(String id) {
        return Optional.ofNullable(mongo.findById(id, type));
    }

    /** The documents with these ids, by id; those that do not exist are missing. */
    public Map<String, D> findAll(Collection<String> ids) {
        var found = new LinkedHashMap<String, D>();
        if (!ids.isEmpty()) {
            mongo.find(Query.query(Criteria.where(ID).in(ids)), type)
                    .forEach(document -> found.put(document.id(), document));
        }
        return found;
    }

    /**
     * Writes documents, each unless the stored one is as far or further. Two steps each, so that no reader ever sees
     * half a document: a missing one is inserted whole, an older one is replaced whole.
     */
    public void saveAll(Collection<D> documents) {
        if (documents.isEmpty()) {
            return;
        }
        var insertions = mongo.bulkOps(BulkMode.ORDERED, type);
        documents.forEach(document -> insert.addTo(insertions, document.id(), document));
        var there = withoutInserted(List.copyOf(documents), insertions.execute());
        if (!there.isEmpty()) {
            replaceOlder(there);
        }
    }

    /** The same for documents that are new, or most of them: in no order, and at less cost. */
    public void saveNew(Collection<D> documents) {
        if (documents.isEmpty()) {
            return;
        }
        var there = NewDocuments.insert(mongo, mongo.getCollectionName(type), documents);
        if (!there.isEmpty()) {
            replaceOlder(at(there::contains, List.copyOf(documents)));
        }
    }

    /**
     * The same for documents of which those that are there have been read: as long as nobody else writes them too, each
     * takes one step.
     */
    public void saveAll(Collection<D> documents, Predicate<D> isThere) {
        saveNew(documents.stream().filter(not(isThere)).toList());
        var there = documents.stream().filter(isThere).toList();
        if (!replaceAll(there)) {
            saveAll(there);
        }
    }

    /** Whether all of them were replaced, for certain. */
    private boolean replaceAll(List<D> documents) {
        if (documents.isEmpty()) {
            return true;
        }
        var result = replaceOlder(documents);
        return result.wasAcknowledged() && result.getMatchedCount() == documents.size();
    }

    /** What was there already. New documents, most of them, need no second step. */
    private List<D> withoutInserted(List<D> documents, BulkWriteResult insertions) {
        if (!insertions.wasAcknowledged()) {
            return documents;
        }
        var inserted =
                insertions.getUpserts().stream().map(BulkWriteUpsert::getIndex).collect(Collectors.toSet());
        return at(index -> !inserted.contains(index), documents);
    }

    private static <D> List<D> at(IntPredicate places, List<D> documents) {
        return IntStream.range(0, documents.size())
                .filter(places)
                .mapToObj(documents::get)
                .toList();
    }

    private BulkWriteResult replaceOlder(List<D> documents) {
        var bulk = mongo.bulkOps(BulkMode.ORDERED, type);
        for (var document : documents) {
            var position = Criteria.where(ID).is(document.id()).and(POSITION);
            var older = replacesEqual ? position.lte(document.position()) : position.lt(document.position());
            bulk.replaceOne(Query.query(older), document, FindAndReplaceOptions.none());
        }
        return bulk.execute();
    }
}
