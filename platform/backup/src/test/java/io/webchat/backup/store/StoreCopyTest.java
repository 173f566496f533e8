package io.webchat.backup.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import io.webchat.backup.Progress;
import io.webchat.backup.archive.BackupWriter;
import io.webchat.standalone.engine.EmbeddedMongo;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Random;
import java.util.Set;
import org.bson.Document;
import org.bson.types.Binary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreCopyTest {
    private static final int FILES = 200;
    private static final int DESCRIPTION = 20_000;

    @TempDir
    Path dir;

    private final Progress quiet = new Progress(new PrintStream(OutputStream.nullOutputStream(), true, UTF_8));
    private final Random random = new Random(1);

    /** All of them together may be more than fits into memory. */
    @Test
    void descriptionsAreWrittenWhenTheyAreReadAndOnce() throws Exception {
        try (var mongo = EmbeddedMongo.start(null, 0);
                var client = MongoClients.create(mongo.uri());
                var backup = BackupWriter.begin(dir.resolve("backups"), Instant.now(), null)) {
            var store = client.getDatabase("webchat");
            var ids = upload(store);
            var copy = new StoreCopy(store, backup);

            copy.copyNew(quiet);
            var written = sizeOf("attachments.bson.gz");
            copy.copyNew(quiet);

            assertThat(written).isGreaterThan((FILES - 10) * (long) DESCRIPTION / 2);
            assertThat(sizeOf("attachments.bson.gz")).isEqualTo(written);
            assertThat(copy.missing(Set.copyOf(ids))).containsExactly(ids.getLast());
            store.getCollection("attachment_files.chunks").insertOne(chunk(ids.getLast()));
            copy.copyNew(quiet);
            assertThat(copy.missing(Set.copyOf(ids))).isEmpty();
        }
    }

    /** Of the last one the bytes are not there yet. */
    private ArrayList<String> upload(MongoDatabase store) {
        var ids = new ArrayList<String>();
        for (var i = 0; i < FILES; i++) {
            var id = "file-%04d".formatted(i);
            var noise = new byte[DESCRIPTION];
            random.nextBytes(noise);
            store.getCollection("attachments")
                    .insertOne(new Document("_id", id)
                            .append("fileId", id)
                            .append("name", Base64.getEncoder().encodeToString(noise)));
            store.getCollection("attachment_files.files").insertOne(new Document("_id", id).append("length", 3L));
            if (i < FILES - 1) {
                store.getCollection("attachment_files.chunks").insertOne(chunk(id));
            }
            ids.add(id);
        }
        return ids;
    }

    private static Document chunk(String file) {
        return new Document("_id", file + "-0").append("files_id", file).append("data", new Binary(new byte[3]));
    }

    private long sizeOf(String name) throws IOException {
        try (var files = Files.walk(dir.resolve("backups"))) {
            return Files.size(
                    files.filter(file -> file.endsWith(name)).findFirst().orElseThrow());
        }
    }
}
