package io.webchat.projection.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.webchat.log.LogEpoch;
import io.webchat.test.Infrastructure;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

class ViewEpochTest {
    private static final Duration PATIENCE = Duration.ofMillis(600);
    /** Longer than a busy machine may hold up whoever renews its claim. */
    private static final Duration LONG_PATIENCE = Duration.ofSeconds(5);

    private static final LogEpoch LOG = new LogEpoch("this-log");
    private static final LogEpoch OTHER = new LogEpoch("another-log");

    private final MongoClient client =
            MongoClients.create(Infrastructure.shared().mongoUri());
    private final MongoTemplate mongo = new MongoTemplate(client, "test-" + UUID.randomUUID());

    @BeforeEach
    void aViewWithContent() {
        mongo.insert(
                IntStream.range(0, 2_500)
                        .mapToObj(number -> new Document("_id", number))
                        .toList(),
                ViewCollections.MESSAGES);
        mongo.insert(new Document("_id", "messages/0"), ViewCollections.POSITIONS);
    }

    @AfterEach
    void drop() {
        mongo.getDb().drop();
        client.close();
    }

    @Test
    void viewsOfTheSameLogStay() throws InterruptedException {
        start(LOG);
        start(LOG);

        assertThat(messages()).isEqualTo(2_500);
    }

    @Test
    void viewsOfAnotherLogAreEmptied() throws InterruptedException {
        start(OTHER);
        start(LOG);

        assertThat(messages()).isZero();
        assertThat(mongo.count(new Query(), ViewCollections.POSITIONS)).isZero();
    }

    @Test
    void ofSeveralThatStartAtOnceNoneRemovesWhatAnotherHasBegunToBuild() throws Exception {
        start(OTHER);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var built = IntStream.range(0, 8)
                    .mapToObj(instance -> threads.submit(() -> {
                        start(LOG);
                        mongo.insert(new Document("_id", "built by " + instance), ViewCollections.MESSAGES);
                        return instance;
                    }))
                    .toList();
            for (var instance : built) {
                instance.get(30, TimeUnit.SECONDS);
            }
        }

        assertThat(messages()).isEqualTo(8);
    }

    @Test
    void oneThatDiedHalfWayIsTakenOver() throws InterruptedException {
        claimed("by the dead");

        start(LOG);

        assertThat(messages()).isZero();
    }

    /** As an earlier version left it, which knew no claims. */
    @Test
    void oneThatDiedHalfWayWithoutAClaimIsTakenOverToo() throws InterruptedException {
        claimed(null);

        start(LOG);

        assertThat(messages()).isZero();
    }

    @Test
    void oneThatTakesLongButLivesIsWaitedFor() {
        claimed("step 0");
        var waiting = CompletableFuture.runAsync(
                () -> {
                    try {
                        start(LOG, LONG_PATIENCE);
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                },
                Thread::startVirtualThread);

        var begun = System.nanoTime();
        await().atMost(LONG_PATIENCE.multipliedBy(10))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> {
                    renew("step " + System.nanoTime());
                    return System.nanoTime() - begun
                            > LONG_PATIENCE.plusSeconds(1).toNanos();
                });
        assertThat(waiting).isNotDone();
        assertThat(messages()).isEqualTo(2_500);

        mongo.updateFirst(current(), Update.update("emptied", true), "view_epoch");
        assertThat(waiting).succeedsWithin(Duration.ofSeconds(30));
        assertThat(messages()).isEqualTo(2_500);
    }

    private void claimed(@Nullable String claim) {
        var document =
                new Document("_id", "current").append("epoch", LOG.value()).append("emptied", false);
        mongo.insert(claim == null ? document : document.append("claim", claim), "view_epoch");
    }

    private void renew(String claim) {
        mongo.updateFirst(current(), Update.update("claim", claim), "view_epoch");
    }

    private static Query current() {
        return Query.query(Criteria.where("_id").is("current"));
    }

    private void start(LogEpoch log) throws InterruptedException {
        start(log, PATIENCE);
    }

    private void start(LogEpoch log, Duration patience) throws InterruptedException {
        new ViewEpoch(mongo, log, new ViewEpochProperties(patience)).afterPropertiesSet();
    }

    private long messages() {
        return mongo.count(new Query(), ViewCollections.MESSAGES);
    }
}
