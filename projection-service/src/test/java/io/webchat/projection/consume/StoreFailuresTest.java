package io.webchat.projection.consume;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchRuntimeException;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClients;
import com.mongodb.client.model.Filters;
import io.webchat.log.Ids;
import io.webchat.test.Infrastructure;
import io.webchat.test.ServiceTest;
import java.util.stream.Stream;
import org.bson.BsonString;
import org.bson.Document;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.data.mongodb.core.BulkOperations.BulkMode;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.BasicQuery;
import org.springframework.data.mongodb.core.query.BasicUpdate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

/** What a real store says to what it cannot do, and to what nobody could. */
@ServiceTest
class StoreFailuresTest {
    private static final Query EVERYTHING = Query.query(Criteria.where("_id").exists(true));
    private static final BasicUpdate CONTRADICTION = new BasicUpdate("{ $set: { a: 1 }, $inc: { a: 1 } }");

    private static final int INVALID_OPTIONS = 72;

    private final String collection = "failures-" + Ids.fresh();
    private final MongoTemplate mongo;

    @Autowired
    StoreFailuresTest(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    private interface Question {
        void ask(MongoTemplate mongo, String collection);
    }

    static Stream<Named<Question>> senseless() {
        return Stream.of(
                Named.<Question>of(
                        "an update", (store, collection) -> store.updateFirst(EVERYTHING, CONTRADICTION, collection)),
                Named.<Question>of(
                        "one update of several",
                        (store, collection) -> store.bulkOps(BulkMode.UNORDERED, collection)
                                .insert(new Document("_id", "two"))
                                .updateOne(EVERYTHING, CONTRADICTION)
                                .execute()));
    }

    @ParameterizedTest
    @MethodSource("senseless")
    void whatTheStoreRefusesIsRefusedAgain(Question question) {
        mongo.insert(new Document("_id", "one"), collection);

        var failure = catchRuntimeException(() -> question.ask(mongo, collection));

        assertThat(failure).isNotNull();
        assertThat(StoreFailures.mayPass(failure)).as("%s", failure).isFalse();
    }

    /** Else healthy records would be given up while a service stops. */
    @Test
    void whatComesAfterTheConnectionWasClosedMayBeAskedAgain() {
        var client = MongoClients.create(Infrastructure.shared().mongoUri());
        var closed = new MongoTemplate(client, "closed");
        client.close();

        var failure = catchRuntimeException(() -> closed.insert(new Document("_id", "one"), collection));

        assertThat(failure).isNotNull();
        assertThat(StoreFailures.mayPass(failure)).as("%s", failure).isTrue();
    }

    /** It fails here, as often as it is tried: no other answer will come. */
    @Test
    void whatTheStoreCannotEvenBeAskedIsNotItsFailure() {
        var failure =
                catchRuntimeException(() -> mongo.execute(collection, anything -> new BsonString("one").asInt32()));

        assertThat(failure).isInstanceOf(InvalidDataAccessApiUsageException.class);
        assertThat(StoreFailures.mayPass(failure)).isFalse();
    }

    /** The same exception, but the store has said so: of a set-up that it does not like, for one. */
    @Test
    void whatTheStoreSaysIsJudgedByWhatItSays() {
        var answer = new MongoException(INVALID_OPTIONS, "invalid options");

        assertThat(StoreFailures.mayPass(new InvalidDataAccessApiUsageException("answered", answer)))
                .isTrue();
    }

    /** A store that does not know what others do is set up wrongly for all records. */
    @Test
    void aQueryThatTheStoreDoesNotKnowMayBeKnownLater() {
        mongo.insert(new Document("_id", "one"), collection);

        var failure =
                catchRuntimeException(() -> mongo.find(new BasicQuery("{ $bogus: 1 }"), Document.class, collection));

        assertThat(StoreFailures.mayPass(failure)).isTrue();
    }

    /** Two who write the same for the first time: the second one will find it. */
    @Test
    void whatIsThereAlreadyMayBeThereNoMore() {
        mongo.insert(new Document("_id", "one"), collection);

        var failure = catchRuntimeException(() -> mongo.insert(new Document("_id", "one"), collection));

        assertThat(StoreFailures.mayPass(failure)).isTrue();
    }

    @Test
    void aStoreThatIsAwayComesBack() {
        try (var nobody = MongoClients.create("mongodb://127.0.0.1:1/?serverSelectionTimeoutMS=1")) {
            var failure = catchRuntimeException(() -> nobody.getDatabase("none")
                    .getCollection("none")
                    .find(Filters.empty())
                    .first());

            assertThat(StoreFailures.mayPass(failure)).isTrue();
        }
    }

    @Test
    void aMistakeThatNeverReachedTheStoreIsNotItsFailure() {
        assertThat(StoreFailures.mayPass(new IllegalStateException("no such message")))
                .isFalse();
    }
}
