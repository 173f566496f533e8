package io.webchat.projection.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.webchat.test.Infrastructure;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.MongoTemplate;

class PositionedCollectionTest {
    private static final String COLLECTION = "placed";

    private final MongoClient client =
            MongoClients.create(Infrastructure.shared().mongoUri());
    private final MongoTemplate mongo = new MongoTemplate(client, "test-" + UUID.randomUUID());
    private final PositionedCollection<Placed> documents = new PositionedCollection<>(mongo, Placed.class);

    @org.springframework.data.mongodb.core.mapping.Document(COLLECTION)
    private record Placed(@Id String id, long position, String text) implements Positioned {}

    @AfterEach
    void drop() {
        mongo.getDb().drop();
        client.close();
    }

    @Test
    void newDocumentsAreInsertedAndThoseThatAreThereOnlyMoveForward() {
        documents.saveNew(List.of(new Placed("a", 5, "five"), new Placed("b", 5, "five")));

        documents.saveNew(List.of(new Placed("a", 4, "older"), new Placed("c", 1, "new"), new Placed("b", 6, "newer")));

        assertThat(documents.findAll(List.of("a", "b", "c")))
                .containsEntry("a", new Placed("a", 5, "five"))
                .containsEntry("b", new Placed("b", 6, "newer"))
                .containsEntry("c", new Placed("c", 1, "new"));
    }

    @Test
    void whatWasReadIsReplacedAndTheRestIsInserted() {
        documents.saveNew(List.of(new Placed("a", 1, "before")));

        documents.saveAll(
                List.of(new Placed("a", 2, "after"), new Placed("b", 2, "new")),
                document -> document.id().equals("a"));

        assertThat(documents.find("a")).contains(new Placed("a", 2, "after"));
        assertThat(documents.find("b")).contains(new Placed("b", 2, "new"));
    }

    /** Somebody else has removed it, or written it further, since it was read. */
    @Test
    void whatIsNoLongerAsItWasReadIsInsertedOrStays() {
        documents.saveNew(List.of(new Placed("further", 9, "nine")));

        documents.saveAll(List.of(new Placed("gone", 2, "again"), new Placed("further", 2, "late")), document -> true);

        assertThat(documents.find("gone")).contains(new Placed("gone", 2, "again"));
        assertThat(documents.find("further")).contains(new Placed("further", 9, "nine"));
    }

    @Test
    void whatWasThereIsToldByItsPlaceAndStays() {
        mongo.insert(new Document("_id", "there").append("text", "first"), COLLECTION);

        var there = NewDocuments.insert(
                mongo,
                COLLECTION,
                List.of(
                        new Document("_id", "one"),
                        new Document("_id", "there").append("text", "second"),
                        new Document("_id", "two")));

        assertThat(there).containsExactly(1);
        assertThat(Optional.ofNullable(mongo.findById("there", Document.class, COLLECTION)))
                .hasValueSatisfying(stays -> assertThat(stays).containsEntry("text", "first"));
        assertThat(mongo.getCollection(COLLECTION).countDocuments()).isEqualTo(3);
    }

    @Test
    void ofManyThatAreInsertedInPartsThosePlacesAreToldToo() {
        List.of(0, 251, 999).forEach(place -> mongo.insert(numbered(place), COLLECTION));

        var there = NewDocuments.insert(
                mongo,
                COLLECTION,
                IntStream.range(0, 1_000)
                        .mapToObj(PositionedCollectionTest::numbered)
                        .toList());

        assertThat(there).containsExactlyInAnyOrder(0, 251, 999);
        assertThat(mongo.getCollection(COLLECTION).countDocuments()).isEqualTo(1_000);
    }

    private static Document numbered(int place) {
        return new Document("_id", "number-" + place);
    }

    @Test
    void whatTheStoreRefusesForAnotherReasonIsNotTakenForAKnownDocument() {
        var refused = new Document("_id", List.of("no id"));

        assertThatThrownBy(() -> NewDocuments.insert(mongo, COLLECTION, List.of(refused, new Document("_id", "one"))))
                .isInstanceOf(DataAccessException.class);
        assertThat(mongo.getCollection(COLLECTION).countDocuments()).isOne();
    }
}
