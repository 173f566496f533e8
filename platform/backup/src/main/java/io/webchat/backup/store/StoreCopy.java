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
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.bson.conversions.Bson;

/**
 * Copies files, icons and pictures of people out of the store while people upload and delete, and those that are new as
 * often as is needed. A file is copied when its description, all of its bytes and its thumbnail are. What is removed
 * while it is copied is left out. For one thread.
 */
public final class StoreCopy {
    private static final long AT_A_TIME_BYTES = 32 << 20;

    /** Of documents, in an answer of the store: chunks have a quarter of a megabyte each. */
    private static final int BATCH = 40;

    private final MongoDatabase store;
    private final BackupWriter backup;
    private final FileOutput chunks;
    private final Pictures icons;
    private final Pictures avatars;
    private final Map<String, RawBsonDocument> attachments = new HashMap<>();
    private final Map<String, RawBsonDocument> wholeFiles = new HashMap<>();

    public StoreCopy(MongoDatabase store, BackupWriter backup) throws IOException {
        this.store = store;
        this.backup = backup;
        this.chunks = backup.file(SavedCollection.CHUNKS.file());
        this.icons = new Pictures(SavedCollection.ICONS);
        this.avatars = new Pictures(SavedCollection.AVATARS);
    }

    /** Copies the files and pictures that are there now and were not copied before. */
    public void copyNew(Progress progress) throws IOException {
        // A description stays the same but for its message, which the log knows better.
        for (var attachment : find(SavedCollection.ATTACHMENTS, new Document())) {
            attachments.put(id(attachment), attachment);
        }
        copyChunks(progress);
        icons.copyNew();
        avatars.copyNew();
    }

    /**
     * Some files at a time: the embedded store has all that it finds in memory, and looks through everything for it.
     */
    private void copyChunks(Progress progress) throws IOException {
        var files = new ArrayList<RawBsonDocument>();
        var bytes = 0L;
        for (var file : find(SavedCollection.FILES, new Document())) {
            if (!wholeFiles.containsKey(id(file))) {
                files.add(file);
                bytes += StoredFiles.length(file);
            }
            if (bytes >= AT_A_TIME_BYTES) {
                copyChunksOf(files, progress);
                files.clear();
                bytes = 0;
            }
        }
        copyChunksOf(files, progress);
    }

    private void copyChunksOf(List<RawBsonDocument> files, Progress progress) throws IOException {
        var ids = files.stream().map(StoreCopy::id).toList();
        var found = new HashMap<String, Long>();
        for (var chunk : find(SavedCollection.CHUNKS, Filters.in("files_id", ids))) {
            chunks.add(to -> BsonFormat.write(chunk, to));
            found.merge(StoredFiles.fileOf(chunk), (long) StoredFiles.bytes(chunk), Long::sum);
        }
        for (var file : files) {
            if (found.getOrDefault(id(file), 0L) == StoredFiles.length(file)) {
                wholeFiles.put(id(file), file);
            }
        }
        progress.report(() -> SavedCollection.FILES.collection() + ": " + wholeFiles.size() + " files");
    }

    /** Those of the given files and pictures that have not been copied. */
    public Set<String> missing(Set<String> wanted) {
        var copied = attachments.values().stream()
                .filter(one -> StoredFiles.isWhole(one, wholeFiles.keySet()))
                .map(StoreCopy::id)
                .collect(Collectors.toSet());
        copied.addAll(icons.copied);
        copied.addAll(avatars.copied);
        return wanted.stream().filter(id -> !copied.contains(id)).collect(Collectors.toSet());
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
        copyAll(
                SavedCollection.ATTACHMENTS,
                attachments.values().stream()
                        .filter(one -> StoredFiles.isWhole(one, wholeFiles.keySet()))
                        .toList());
        copyAll(SavedCollection.FILES, wholeFiles.values());
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
