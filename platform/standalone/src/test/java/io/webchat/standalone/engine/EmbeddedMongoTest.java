package io.webchat.standalone.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Updates;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.ObjectId;
import org.h2.mvstore.MVStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EmbeddedMongoTest {
    @TempDir
    Path dir;

    private EmbeddedMongo mongo;
    private MongoClient client;

    @BeforeEach
    void start() {
        mongo = EmbeddedMongo.start(dir, 0);
        client = MongoClients.create(mongo.uri());
    }

    @AfterEach
    void stop() {
        client.close();
        mongo.close();
    }

    static Stream<Object> ids() {
        return Stream.of("a text", new ObjectId(), 7, 7L, 2.5, new Document("part", 1).append("of", "two"));
    }

    @ParameterizedTest
    @MethodSource("ids")
    void a_document_is_found_by_its_id_until_it_is_removed(Object id) {
        var documents = documents();
        documents.insertOne(new Document("_id", id).append("position", 1));

        assertThat(documents.find(Filters.eq(id)).first()).containsEntry("position", 1);
        assertThat(documents.deleteOne(Filters.eq(id)).getDeletedCount()).isEqualTo(1);
        assertThat(documents.find(Filters.eq(id)).first()).isNull();
        documents.insertOne(new Document("_id", id).append("position", 2));
        assertThat(documents.find(Filters.eq(id)).first()).containsEntry("position", 2);
    }

    @ParameterizedTest
    @MethodSource("ids")
    void an_id_is_taken_once_also_after_a_restart(Object id) {
        documents().insertOne(new Document("_id", id));
        stop();
        start();

        assertThatThrownBy(() -> documents().insertOne(new Document("_id", id)))
                .isInstanceOf(MongoWriteException.class)
                .hasMessageContaining("E11000");
        assertThat(documents().countDocuments()).isEqualTo(1);
    }

    @Test
    void a_filter_by_id_and_something_else_finds_what_fits_both() {
        var documents = documents();
        documents.insertMany(List.of(
                new Document("_id", "a").append("position", 5), new Document("_id", "b").append("position", 5)));

        assertThat(documents.find(older("a", 6)).first()).containsEntry("_id", "a");
        assertThat(documents.find(older("a", 5)).first()).isNull();
        assertThat(documents
                        .updateOne(older("b", 6), Updates.set("position", 6))
                        .getModifiedCount())
                .isEqualTo(1);
        assertThat(documents
                        .updateOne(older("b", 6), Updates.set("position", 6))
                        .getModifiedCount())
                .isZero();
        assertThat(documents.find(older("a", 9)).first()).containsEntry("position", 5);
    }

    @Test
    void many_ids_are_found_at_once() {
        var documents = documents();
        documents.insertMany(List.of(new Document("_id", "a"), new Document("_id", "b"), new Document("_id", "c")));

        assertThat(documents.find(Filters.in("_id", "c", "missing", "a")))
                .extracting(document -> document.getString("_id"))
                .containsExactlyInAnyOrder("a", "c");
    }

    /** Or a platform would start the more slowly the more has been said. */
    @Test
    void documents_are_not_read_when_the_store_is_opened() {
        documents().createIndex(Indexes.ascending("author"));
        var text = "x".repeat(1_000);
        for (var batch = 0; batch < 5; batch++) {
            documents()
                    .insertMany(Stream.generate(() -> new Document("author", "ada").append("text", text))
                            .limit(1_000)
                            .toList());
        }
        stop();

        try (var store = MVStore.open(dir.resolve("store.mv").toString())) {
            var before = store.getFileStore().getReadCount();
            new EmbeddedDatabase("test", store, new CursorRegistry());

            assertThat(store.getFileStore().getReadCount() - before).isLessThan(50);
        }
        start();
        assertThat(documents().countDocuments()).isEqualTo(5_000);
    }

    private static Bson older(String id, int position) {
        return Filters.and(Filters.eq(id), Filters.lt("position", position));
    }

    private MongoCollection<Document> documents() {
        return client.getDatabase("test").getCollection("documents");
    }
}
