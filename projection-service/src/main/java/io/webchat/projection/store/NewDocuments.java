package io.webchat.projection.store;

import com.mongodb.bulk.BulkWriteError;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.data.mongodb.BulkOperationException;
import org.springframework.data.mongodb.core.BulkOperations.BulkMode;
import org.springframework.data.mongodb.core.MongoTemplate;

/**
 * Inserts documents that nobody is likely to have inserted before. As with {@link WholeInsert} a missing one comes into
 * being whole, and one that is there stays as it is, and is no error. It costs the store less than a look before each
 * insertion, and more where documents are there already, since it has to refuse each of those.
 *
 * <p>In no order: where the store refuses one for another reason, which is thrown, any of the others may be written.
 */
public final class NewDocuments {
    private static final int DUPLICATE_KEY = 11_000;

    /** More of them go in parts, at once: while the store takes in one, the next is made ready. */
    private static final int PART = 250;

    private NewDocuments() {}

    /**
     * Inserts documents with ids of their own.
     *
     * @return the places, among these, of those that were there already, or may have been
     */
    public static Set<Integer> insert(MongoTemplate mongo, String collection, Collection<?> documents) {
        var all = List.copyOf(documents);
        if (all.size() <= PART) {
            return insertPart(mongo, collection, all);
        }
        var middle = all.size() / 2;
        var there = ConcurrentHashMap.<Integer>newKeySet();
        AtOnce.run(
                () -> there.addAll(insert(mongo, collection, all.subList(0, middle))),
                () -> insert(mongo, collection, all.subList(middle, all.size()))
                        .forEach(place -> there.add(middle + place)));
        return there;
    }

    private static Set<Integer> insertPart(MongoTemplate mongo, String collection, List<?> documents) {
        var bulk = mongo.bulkOps(BulkMode.UNORDERED, collection);
        documents.forEach(bulk::insert);
        try {
            return bulk.execute().wasAcknowledged()
                    ? Set.of()
                    : IntStream.range(0, documents.size()).boxed().collect(Collectors.toSet());
        } catch (BulkOperationException e) {
            if (e.getErrors().stream().anyMatch(error -> error.getCode() != DUPLICATE_KEY)) {
                throw e;
            }
            return e.getErrors().stream().map(BulkWriteError::getIndex).collect(Collectors.toSet());
        }
    }
}
