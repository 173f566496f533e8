package io.webchat.benchmark.store;

import com.mongodb.ConnectionString;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.InsertManyOptions;
import io.webchat.benchmark.Together;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.bson.Document;

/**
 * The platform's store with nothing around it: documents like those of messages that are nothing but words, in a
 * collection that exists for the time of the run. The platform's database is not touched. Documents are written before
 * they are looked for, which any thread may do.
 */
public final class BareStore implements AutoCloseable {
    private static final String DATABASE = "webchat_bench";
    private static final int AT_A_TIME = 1_000;
    private static final int WRITERS = Math.clamp(Runtime.getRuntime().availableProcessors(), 2, 4);
    private static final InsertManyOptions IN_NO_ORDER = new InsertManyOptions().ordered(false);

    private final MongoClient client;
    private final MongoDatabase database;
    private final MongoCollection<Document> documents;
    private boolean hasDocuments;

    private BareStore(MongoClient client) {
        this.client = client;
        this.database = client.getDatabase(DATABASE);
        this.documents = database.getCollection("run_" + Long.toString(System.currentTimeMillis(), 36));
    }

    /** @param uri as the platform's {@code MONGO_URI} */
    public static BareStore open(String uri) {
        return new BareStore(MongoClients.create(new ConnectionString(uri)));
    }

    public StoreProduct product() {
        return StoreProduct.of(database.runCommand(new Document("buildInfo", 1)));
    }

    /**
     * Writes documents in bulk, as many at a time as a view does and by as many writers as build one, in place of those
     * that were written before.
     *
     * @param text of a message
     * @return how many a second
     */
    public double write(int count, IntFunction<String> text) {
        removeDocuments();
        hasDocuments = true;
        var nanos = 0L;
        for (var first = 0; first < count; first += WRITERS * AT_A_TIME) {
            var batches = IntStream.iterate(first, next -> next + AT_A_TIME)
                    .limit(WRITERS)
                    .filter(next -> next < count)
                    .mapToObj(next -> batch(next, Math.min(count, next + AT_A_TIME), text))
                    .toList();
            var begun = System.nanoTime();
            Together.all(batches, batch -> documents.insertMany(batch, IN_NO_ORDER));
            nanos += System.nanoTime() - begun;
        }
        return count * 1e9 / Math.max(1, nanos);
    }

    private static List<Document> batch(int first, int end, IntFunction<String> text) {
        return IntStream.range(first, end)
                .mapToObj(number -> document(number, text.apply(number)))
                .toList();
    }

    /** Finds consecutive documents by their ids. Throws if one of them is missing. */
    public List<Document> find(int first, int count) {
        var ids = IntStream.range(first, first + count).mapToObj(BareStore::id).toList();
        var found = documents.find(Filters.in("_id", ids)).into(new ArrayList<>(count));
        if (found.size() != count) {
            throw new IllegalStateException("found " + found.size() + " of " + count + " documents");
        }
        return found;
    }

    private static Document document(int number, String text) {
        var message = new Document("serverId", uuid(0))
                .append("channelId", uuid(1))
                .append("_id", uuid(number))
                .append("authorId", uuid(2))
                .append("content", text)
                .append("at", new Date());
        return new Document("_id", id(number))
                .append("position", (long) number)
                .append("number", (long) number)
                .append("message", message);
    }

    /** As long as the id of a message's document. */
    private static String id(int number) {
        return String.format(Locale.ROOT, "00000000-0000-7000-8000-000000000000/%012d", number);
    }

    private static String uuid(int number) {
        return new UUID(0x7000, number).toString();
    }

    private void removeDocuments() {
        if (hasDocuments) {
            documents.drop();
            hasDocuments = false;
        }
    }

    @Override
    public void close() {
        removeDocuments();
        client.close();
    }
}
