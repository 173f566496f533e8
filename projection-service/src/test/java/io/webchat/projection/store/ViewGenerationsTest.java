package io.webchat.projection.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.webchat.support.limit.LimitProperties;
import io.webchat.test.Infrastructure;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.util.unit.DataSize;

class ViewGenerationsTest {
    private static final String VIEW = "timeline";

    private final MongoClient client =
            MongoClients.create(Infrastructure.shared().mongoUri());
    private final MongoTemplate mongo = new MongoTemplate(client, "test-" + UUID.randomUUID());
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

    private ViewGenerations generations(Duration later) {
        return new ViewGenerations(mongo, new GenerationRouting(), limits, Clock.offset(Clock.systemUTC(), later));
    }
}
