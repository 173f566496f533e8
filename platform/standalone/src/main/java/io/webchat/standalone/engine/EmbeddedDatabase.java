package io.webchat.standalone.engine;

import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.h2.H2Database;
import java.util.List;
import org.h2.mvstore.MVStore;

/** A database on disk whose documents are found by their ids quickly, and by nothing else. */
final class EmbeddedDatabase extends H2Database {
    private static final String DOCUMENTS = "databases.";

    private final MVStore store;

    EmbeddedDatabase(String name, MVStore store, CursorRegistry cursors) {
        // Before the superclass's constructor, which opens the indexes that exist.
        this.store = store;
        super(name, store, cursors);
    }

    @Override
    protected Index<Object> openOrCreateUniqueIndex(
            String collectionName, String indexName, List<IndexKey> keys, boolean sparse) {
        if (!IdIndex.isFor(keys)) {
            return super.openOrCreateUniqueIndex(collectionName, indexName, keys, sparse);
        }
        var collection = getFullCollectionNamespace(collectionName);
        return new IdIndex(
                indexName,
                keys,
                store.openMap(DOCUMENTS + collection),
                store.openMap(collection + "._index_" + indexName));
    }

    @Override
    protected Index<Object> openOrCreateSecondaryIndex(
            String collectionName, String indexName, List<IndexKey> keys, boolean sparse) {
        return new IgnoredIndex(indexName, keys);
    }
}
