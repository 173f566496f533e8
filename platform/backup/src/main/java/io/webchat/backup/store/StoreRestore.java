package io.webchat.backup.store;

import com.mongodb.client.MongoDatabase;
import io.webchat.backup.Progress;
import io.webchat.backup.archive.BackupReader;
import io.webchat.domain.message.MessageId;
import io.webchat.domain.structure.AttachmentId;
import io.webchat.domain.user.UserId;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonString;
import org.bson.RawBsonDocument;
import org.bson.codecs.BsonDocumentCodec;
import org.jspecify.annotations.Nullable;

/**
 * Writes accounts, files, icons and pictures of people into an empty store, as they belong to the log that was restored
 * before.
 *
 * <p>Which message carries a file is taken from the log, since a document may have been saved a moment later than the
 * message, or earlier. A file that no restored message carries waits for one, as an upload does, and is removed after
 * the same time; who takes how much room follows from that. Accounts come last: while the restoring has not ended,
 * nobody can log in.
 */
public final class StoreRestore {
    /** Of documents that are inserted at once; chunks have a quarter of a megabyte each. */
    private static final int BATCH = 20;

    private static final int UNHEARD_OF = -1;

    private static final BsonDocumentCodec CODEC = new BsonDocumentCodec();

    private final BackupReader backup;
    private final MongoDatabase store;
    private final Map<AttachmentId, MessageId> carried;
    private final Map<UserId, Integer> announced;
    private final RoomTaken room = new RoomTaken();

    /**
     * Makes one.
     *
     * @param carried which message of the log carries which file
     * @param announced whose profile the log knows, as of which revision
     */
    public StoreRestore(
            BackupReader backup,
            MongoDatabase store,
            Map<AttachmentId, MessageId> carried,
            Map<UserId, Integer> announced) {
        this.backup = backup;
        this.store = store;
        this.carried = carried;
        this.announced = announced;
    }

    /** Restores everything. */
    public Restored restore(Progress progress) throws IOException {
        var files = new HashSet<String>();
        backup.read(SavedCollection.FILES.file(), BsonFormat::read, file -> files.add(id(file)));
        copy(SavedCollection.CHUNKS, progress, chunk -> files.contains(StoredFiles.fileOf(chunk)) ? chunk : null);
        copy(SavedCollection.FILES, progress, file -> file);
        copy(SavedCollection.ATTACHMENT_CHANNELS, progress, channel -> channel);
        var attachments = copy(SavedCollection.ATTACHMENTS, progress, this::bound);
        room.documents()
                .forEach(one -> store.getCollection(SavedCollection.ATTACHMENT_USE, BsonDocument.class)
                        .insertOne(one));
        var pictures = copy(SavedCollection.ICONS, progress, icon -> icon)
                + copy(SavedCollection.AVATARS, progress, avatar -> avatar);
        var accounts = copy(SavedCollection.ACCOUNTS, progress, this::toBeAnnounced);
        return new Restored(accounts, attachments, pictures);
    }

    /** How much that was. */
    public record Restored(long accounts, long attachments, long pictures) {}

    /** Null for a document that is left out. */
    private interface Change {
        @Nullable
        BsonDocument apply(RawBsonDocument saved);
    }

    private long copy(SavedCollection collection, Progress progress, Change change) throws IOException {
        var target = store.getCollection(collection.collection(), BsonDocument.class);
        var batch = new ArrayList<BsonDocument>();
        var count = new AtomicLong();
        backup.read(collection.file(), BsonFormat::read, saved -> {
            var document = change.apply(saved);
            if (document != null) {
                batch.add(document);
                count.incrementAndGet();
            }
            if (batch.size() == BATCH) {
                target.insertMany(batch);
                batch.clear();
            }
            progress.report(() -> collection.collection() + ": " + count + " documents");
        });
        if (!batch.isEmpty()) {
            target.insertMany(batch);
        }
        return count.get();
    }

    private BsonDocument bound(RawBsonDocument saved) {
        var attachment = saved.decode(CODEC);
        var message = carried.get(AttachmentId.parse(id(saved)));
        if (message == null) {
            attachment.remove("messageId");
        } else {
            attachment.put("messageId", new BsonString(message.toString()));
        }
        room.add(attachment);
        return attachment;
    }

    /**
     * Somebody whose account or profile is newer than the cut of the users is announced by auth-service when it starts.
     */
    private BsonDocument toBeAnnounced(RawBsonDocument saved) {
        var account = saved.decode(CODEC);
        var revision = saved.getNumber("profileRevision", new BsonInt32(0)).intValue();
        if (announced.getOrDefault(UserId.parse(id(saved)), UNHEARD_OF) < revision) {
            account.put("unannouncedSince", account.get("createdAt"));
        }
        // Whoever was at it is gone.
        account.remove("announcingUntil");
        return account;
    }

    private static String id(RawBsonDocument document) {
        return document.getString("_id").getValue();
    }
}
