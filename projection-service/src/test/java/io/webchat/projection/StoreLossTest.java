package io.webchat.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.webchat.standalone.engine.EmbeddedMongo;
import io.webchat.test.ServiceInstance;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whatever the store loses, the log still has. */
class StoreLossTest {
    @Test
    void aStoreThatComesBackWithoutItsDataIsFilledAgainWhileTheServiceRuns() {
        var store = EmbeddedMongo.start(null, 0);
        try (var service = ServiceInstance.start(ProjectionServiceApplication.class, "MONGO_URI=" + store.uri())) {
            var community = Community.founded(service);
            community.posted("first");
            community.posted("second");
            var timeline = "/api/channels/" + community.channel + "/messages";
            var queries = Queries.at(service);
            queries.found(community, timeline).jsonPath("$.messages.length()").isEqualTo(2);

            var port = URI.create(store.uri()).getPort();
            store.close();
            var owner = community.owner;
            queries.get(owner, community.tokenFor(owner), timeline)
                    .expectStatus()
                    .isEqualTo(503);
            store = EmbeddedMongo.start(null, port);
            community.posted("third");

            await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
                queries.get(owner, community.tokenFor(owner), timeline)
                        .expectStatus()
                        .isOk()
                        .expectBody()
                        .jsonPath("$.messages[*].content")
                        .value(List.class, said -> assertThat(said).isEqualTo(List.of("first", "second", "third")))
                        .jsonPath("$.messages[*].number")
                        .value(List.class, numbers -> assertThat(numbers).isEqualTo(List.of(1, 2, 3)));
                // Nothing new comes in these partitions.
                queries.get(owner, community.tokenFor(owner), "/api/servers/" + community.server)
                        .expectStatus()
                        .isOk();
                queries.get(owner, community.tokenFor(owner), "/api/invites/" + community.invite)
                        .expectStatus()
                        .isOk();
                queries.get(community, community.owner, "/api/servers/" + community.server + "/invites")
                        .expectStatus()
                        .isOk();
            });
        } finally {
            store.close();
        }
    }
}
