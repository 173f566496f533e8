package io.webchat.standalone.engine;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.AbstractUniqueIndex;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.bson.Document;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/**
 * The index of a collection by {@code _id}. Documents with a text for an id, which all views have, are found in the map
 * of the documents itself, whose key the id is; others by a map of their own, which compares keys by serialising them
 * and costs ten times as much.
 *
 * <p>It also answers filters by id <em>and</em> something else ({@code {_id: …, position: {$lt: …}}}), for which the
 * server would read the whole collection.
 */
final class IdIndex extends AbstractUniqueIndex<Object> {
    private static final String ID = "_id";

    private final MVMap<Object, Document> documents;
    private final MVMap<KeyValue, Object> others;

    IdIndex(String name, List<IndexKey> keys, MVMap<Object, Document> documents, MVMap<KeyValue, Object> others) {
        super(name, keys, false);
        this.documents = documents;
        this.others = others;
    }

    static boolean isFor(List<IndexKey> keys) {
        return keys.size() == 1 && keys.getFirst().getKey().equals(ID);
    }

    @Override
    public synchronized boolean canHandle(Document query) {
        return query.containsKey(ID) && super.canHandle(new Document(ID, query.get(ID)));
    }

    @Override
    protected @Nullable Object getPosition(KeyValue key) {
        return key.get(0) instanceof String id ? (documents.containsKey(id) ? id : null) : others.get(key);
    }

    /** A document is added to its collection first. */
    @Override
    public synchronized void add(Document document, Object position, MongoCollection<Object> collection) {
        if (!(position instanceof String)) {
            super.add(document, position, collection);
        }
    }

    @Override
    protected boolean putKeyPosition(KeyValue key, Object position) {
        return others.putIfAbsent(key, position) == null;
    }

    /** A document is removed from its collection last. */
    @Override
    protected @Nullable Object removeDocument(KeyValue key) {
        return key.get(0) instanceof String ? getPosition(key) : others.remove(key);
    }

    /** Asked for patterns of ids only, which no view has. */
    @Override
    protected Iterable<Entry<KeyValue, Object>> getIterable() {
        return documents.keySet().stream()
                .map(id -> Map.<KeyValue, Object>entry(new KeyValue(id), id))
                .toList();
    }

    @Override
    public long getCount() {
        return documents.sizeAsLong();
    }

    @Override
    public long getDataSize() {
        return getCount();
    }
}
