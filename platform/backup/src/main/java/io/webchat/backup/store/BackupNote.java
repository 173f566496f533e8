package io.webchat.backup.store;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import java.time.Instant;
import java.util.Date;
import org.bson.Document;

/**
 * A note in the store of when the newest complete backup was begun, by which auth-service tells the age of it. It is no
 * part of a backup: a platform that was restored has none yet.
 */
public final class BackupNote {
    private static final String COLLECTION = "backups";
    private static final String ID = "newest";
    private static final String BEGUN_AT = "begunAt";

    private BackupNote() {}

    /** Writes it, in place of the one before. */
    public static void write(MongoDatabase store, Instant begunAt) {
        store.getCollection(COLLECTION)
                .replaceOne(
                        Filters.eq(ID),
                        new Document("_id", ID).append(BEGUN_AT, Date.from(begunAt)),
                        new ReplaceOptions().upsert(true));
    }
}
