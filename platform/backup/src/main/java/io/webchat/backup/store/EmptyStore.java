package io.webchat.backup.store;

import com.mongodb.client.MongoDatabase;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * The place that a store is restored into: no account, session, file or picture is in it. Views may be; they follow the
 * log.
 */
public final class EmptyStore {
    private EmptyStore() {}

    /** Why it is no such place: a line for each thing that was found; none if it is. */
    public static List<String> findings(MongoDatabase store) {
        var result = new ArrayList<String>();
        Stream.concat(
                        Arrays.stream(SavedCollection.values()).map(SavedCollection::collection),
                        Stream.of(SavedCollection.SESSIONS, SavedCollection.ATTACHMENT_USE))
                .map(store::getCollection)
                .filter(collection -> collection.find().first() != null)
                .forEach(collection ->
                        result.add("collection " + collection.getNamespace().getCollectionName() + " of database "
                                + store.getName() + ": has documents (" + collection.estimatedDocumentCount() + ")"));
        return result;
    }
}
