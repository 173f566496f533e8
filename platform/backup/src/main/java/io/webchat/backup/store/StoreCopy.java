package io.webchat.backup.store;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import io.webchat.backup.Progress;
import io.webchat.backup.archive.BackupWriter;
import io.webchat.backup.archive.FileOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.bson.conversions.Bson;

/**
 * Copies files, icons and pictures of people out of the store while people upload and delete, and those that are new as
 * often as is needed. A file is copied when its description, all of its bytes and its thumbnail are. What is removed
 * while it is copied is left out. For one thread.
 *
 * <p>What is copied is written at once, and remembered by its id alone: about 350 bytes of heap per file with a
 * thumbnail.
 */
public final class StoreCopy {
    private static final long AT_A_TIME_BYTES = 32 << 20;

    /** Of documents, in an answer of the store: chunks have a quarter of a megabyte each. */
    private static final int BATCH = 40;

    private final MongoDatabase store;
    private final BackupWriter backup;
    private final FileOutput chunks;
    private final FileOutput files;
    private final FileOutput attachments;
    private final Pictures icons;
    private final Pictures avatars;
    private final Set<String> wholeFiles = new HashSet<>();
    private final Set<String> wholeAttachments = new HashSet<>();

    public StoreCopy(MongoDatabase store, BackupWriter backup) throws IOException {
        this.store = store;
        this.backup = backup;
        this.chunks = backup.file(SavedCollection.CHUNKS.file());
        this.files = backup.file(SavedCollection.FILES.file());
        this.attachments = backup.file(SavedCollection.ATTACHMENTS.file());
        this.icons = new Pictures(SavedCollection.ICONS);
        this.avatars = new Pictures(SavedCollection.AVATARS);
    }

    /** Copies the files and pictures that are there now and were not copied before. */
    public void copyNew(Progress progress) throws IOException {
        copyChunks(progress);
        copyAttachments();
        icons.copyNew();
        avatars.copyNew();
    }

    /** Those whose bytes are copied; a description stays the same but for its message, which the log knows better. */
    private void copyAttachments() throws IOException {
        for (var attachment : find(SavedCollection.ATTACHMENTS, new Document())) {
            if (StoredFiles.isWhole(attachment, wholeFiles) && wholeAttachments.add(id(attachment))) {
                attachments.add(to -> BsonFormat.write(attachment, to));
            }
        }
    }

    /**
     * Some files at a time: the embedded store has all that it finds in memory, and looks through everything for it.
     */
    private void copyChunks(Progress progress) throws IOException {
        var some = new ArrayList<RawBsonDocument>();
        var bytes = 0L;
        for (var file : find(SavedCollection.FILES, new Document())) {
            if (!wholeFiles.contains(id(file))) {
                some.add(file);
                bytes += StoredFiles.length(file);
            }
            if (bytes >= AT_A_TIME_BYTES) {
                copyChunksOf(some, progress);
                some.clear();
                bytes = 0;
            }
        }
        copyChunksOf(some, progress);
    }

    private void copyChunksOf(List<RawBsonDocument> some, Progress progress) throws IOException {
        var ids = some.stream().map(StoreCopy::id).toList();
        var found = new HashMap<String, Long>();
        for (var chunk : find(SavedCollection.CHUNKS, Filters.in("files_id", ids))) {
            chunks.add(to -> BsonFormat.write(chunk, to));
            found.merge(StoredFiles.fileOf(chunk), (long) StoredFiles.bytes(chunk), Long::sum);
        }
        for (var file : some) {
            if (found.getOrDefault(id(file), 0L) == StoredFiles.length(file)) {
                wholeFiles.add(id(file));
                files.add(to -> BsonFormat.write(file, to));
            }
        }
        progress.report(() -> SavedCollection.FILES.collection() + ": " + wholeFiles.size() + " files");
    }

    /** Those of the given files and pictures that have not been copied. */
    public Set<String> missing(Set<String> wanted) {
        return wanted.stream()
                .filter(id ->
                        !wholeAttachments.contains(id) && !icons.copied.contains(id) && !avatars.copied.contains(id))
                .collect(Collectors.toSet());
    }

    /**
     * Copies the accounts, after the last cut of the log: an account is stored before anything that it does is
     * appended. Then it ends the files.
     */
    public void finish() throws IOException {
        copyAll(SavedCollection.ACCOUNTS, find(SavedCollection.ACCOUNTS, new Document()));
        // A picture is stored before its account names it, and some may have changed theirs just now.
        avatars.copyNew();
        copyAll(SavedCollection.ATTACHMENT_CHANNELS, find(SavedCollection.ATTACHMENT_CHANNELS, new Document()));
        attachments.close();
        files.close();
        chunks.close();
        icons.output.close();
        avatars.output.close();
    }

    private void copyAll(SavedCollection collection, Iterable<RawBsonDocument> documents) throws IOException {
        try (var file = backup.file(collection.file())) {
            for (var document : documents) {
                file.add(to -> BsonFormat.write(document, to));
            }
        }
    }

    private Iterable<RawBsonDocument> find(SavedCollection collection, Bson filter) {
        return store.getCollection(collection.collection(), RawBsonDocument.class)
                .find(filter)
                .batchSize(BATCH);
    }

    /** Pictures are documents, which are there as a whole or not at all. */
    private final class Pictures {
        private final SavedCollection collection;
        private final FileOutput output;
        private final Set<String> copied = new HashSet<>();

        Pictures(SavedCollection collection) throws IOException {
            this.collection = collection;
            this.output = backup.file(collection.file());
        }

        void copyNew() throws IOException {
            for (var picture : find(collection, new Document())) {
                if (copied.add(id(picture))) {
                    output.add(to -> BsonFormat.write(picture, to));
                }
            }
        }
    }

    private static String id(RawBsonDocument document) {
        return document.getString("_id").getValue();
    }
}
