package io.webchat.projection.timeline;

import io.webchat.projection.store.Positioned;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Documents that were read, and those of them that are to be written. Not thread-safe. */
final class Changes<D extends Positioned> {
    private final Map<String, D> read;
    private final Map<String, D> changed = new LinkedHashMap<>();

    Changes(Map<String, D> read) {
        this.read = read;
    }

    @Nullable
    D get(String id) {
        var latest = changed.get(id);
        return latest == null ? read.get(id) : latest;
    }

    /** The new state of a document; the same one as before is not written. */
    void put(D document) {
        if (!document.equals(get(document.id()))) {
            changed.put(document.id(), document);
        }
    }

    /** Whether the store had a document. */
    boolean wasRead(D document) {
        return read.containsKey(document.id());
    }

    Collection<D> changed() {
        return changed.values();
    }
}
