package io.webchat.benchmark.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.mongodb.client.MongoClients;
import io.webchat.standalone.engine.EmbeddedMongo;
import java.util.ArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BareStoreTest {
    private final EmbeddedMongo mongo = EmbeddedMongo.start(null, 0);

    @AfterEach
    void stop() {
        mongo.close();
    }

    @Test
    void the_embedded_store_is_not_taken_for_mongodb() {
        try (var store = BareStore.open(mongo.uri())) {
            assertThat(store.product().isMongoDb()).isFalse();
            assertThat(store.product()).asString().startsWith("embedded store").contains("not MongoDB");
        }
    }

    @Test
    void what_was_written_is_found_by_id() {
        try (var store = BareStore.open(mongo.uri())) {
            assertThat(store.write(2_500, number -> "message " + number)).isPositive();

            assertThat(store.find(2_450, 50)).hasSize(50).doesNotHaveDuplicates();
            assertThatIllegalStateException()
                    .isThrownBy(() -> store.find(2_451, 50))
                    .withMessage("found 49 of 50 documents");
        }
    }

    @Test
    void documents_are_written_in_place_of_those_before() {
        try (var store = BareStore.open(mongo.uri())) {
            store.write(2_000, number -> "message " + number);
            store.write(1_000, number -> "message " + number);

            assertThat(store.find(0, 1_000)).hasSize(1_000);
            assertThatIllegalStateException().isThrownBy(() -> store.find(1_000, 1));
        }
    }

    @Test
    void nothing_stays() {
        try (var store = BareStore.open(mongo.uri())) {
            store.write(10, number -> "message " + number);
        }
        try (var client = MongoClients.create(mongo.uri())) {
            var left = client.getDatabase("webchat_bench").listCollectionNames().into(new ArrayList<>());
            assertThat(left).isEmpty();
        }
    }
}
