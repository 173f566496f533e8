package io.webchat.standalone.engine;

import de.bwaldvogel.mongo.backend.EmptyIndex;
import de.bwaldvogel.mongo.backend.IndexKey;
import java.util.List;

/** A secondary index, which this store does not keep. */
final class IgnoredIndex extends EmptyIndex<Object> {
    IgnoredIndex(String name, List<IndexKey> keys) {
        super(name, keys);
    }

    /** An empty one would have the server read the whole collection at each start, twice, to fill it. */
    @Override
    public boolean isEmpty() {
        return false;
    }
}
