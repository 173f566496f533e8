package io.webchat.projection;

import io.webchat.standalone.engine.EmbeddedRedis;
import io.webchat.test.ServiceInstance;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CacheLossTest {
    @Test
    void withoutRedisAnswersAreTheSame(@TempDir Path folder) {
        try (var redis = EmbeddedRedis.start(folder, 0);
                var instance = ServiceInstance.start(ProjectionServiceApplication.class, "REDIS_URL=" + redis.uri())) {
            var community = Community.founded(instance);
            var path = "/api/servers/" + community.server;
            Queries.at(instance)
                    .found(community, path)
                    .jsonPath("$.memberCount")
                    .isEqualTo(1);

            redis.close();

            for (var members = 2; members <= 4; members++) {
                community.joined(instance.user(), "member" + members);
                Queries.at(instance)
                        .found(community, path)
                        .jsonPath("$.memberCount")
                        .isEqualTo(members);
            }
        }
    }
}
