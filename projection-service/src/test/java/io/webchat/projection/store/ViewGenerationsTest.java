package io.webchat.projection.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.webchat.support.limit.LimitProperties;
import io.webchat.test.Infrastructure;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.util.unit.DataSize;

class ViewGenerationsTest {
    private static final String VIEW = "timeline";

    private final MongoClient client =
            MongoClients.create(Infrastructure.shared().mongoUri());
    /** What happens between a look at the store and its answer. */
    private Runnable reading = () -> {};

    private final MongoTemplate mongo = new MongoTemplate(client, "test-" + UUID.randomUUID()) {
        @Override
        public <T> List<T> findAll(Class<T> type) {
            var found = super.findAll(type);
            reading.run();
            return found;
        }
    };
    private final LimitProperties limits = new LimitProperties(DataSize.ofMegabytes(1), null, Duration.ofSeconds(30));

    @AfterEach
    void drop() {
        mongo.getDb().drop();
        client.close();
    }

    @Test
    void whatLeavesIsThereForTheLongestRequestThatBeganWithIt() {
        var now = generations(Duration.ZERO);
        now.begin(VIEW);
        now.switchOver(new Generation(VIEW, 2));
        now.drop(VIEW);

        assertThat(generations(Duration.ofSeconds(35)).departed(VIEW)).isEmpty();
        assertThat(generations(Duration.ofSeconds(41)).departed(VIEW)).containsExactly(new Generation(VIEW, 1));
    }

    @Test
    void whatWasReadBeforeADecisionIsNotTakenForLater() {
        var now = generations(Duration.ZERO);
        now.begin(VIEW);
        reading = () -> now.switchOver(new Generation(VIEW, 2));

        now.refresh();

        assertThat(now.of(VIEW).live()).isEqualTo(2);
    }

    private ViewGenerations generations(Duration later) {
        return new ViewGenerations(mongo, new GenerationRouting(), limits, Clock.offset(Clock.systemUTC(), later));
    }
}
