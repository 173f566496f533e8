package io.webchat.projection.store;

import org.bson.Document;
import org.springframework.data.mongodb.core.BulkOperations;
import org.springframework.data.mongodb.core.convert.MongoConverter;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

/**
 * Inserts documents that may exist already: a missing one comes into being whole, in one step, so that no reader ever
 * sees half of it; one that is there stays as it is, and is no error.
 */
public record WholeInsert(MongoConverter converter) {
    private static final String ID = "_id";

    /** Adds the insertion of one document to the operations on its collection. */
    public void addTo(BulkOperations bulk, String id, Object document) {
        var fields = new Document();
        converter.write(document, fields);
        fields.remove(ID);
        var update = new Update();
        fields.forEach(update::setOnInsert);
        bulk.upsert(Query.query(Criteria.where(ID).is(id)), update);
    }
}
