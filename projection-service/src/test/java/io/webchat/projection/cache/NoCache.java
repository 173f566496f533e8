package io.webchat.projection.cache;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.webchat.log.LogEpoch;
import io.webchat.projection.store.GenerationRouting;
import io.webchat.support.redis.BestEffortRedis;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.StringRedisTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Caches in a Redis that is not there. */
public final class NoCache {
    private static final int NOBODY_LISTENS = 1;
    private static final ViewCaches CACHES = create();

    private NoCache() {}

    public static ViewCaches caches() {
        return CACHES;
    }

    private static ViewCaches create() {
        var connections = new LettuceConnectionFactory("127.0.0.1", NOBODY_LISTENS);
        connections.afterPropertiesSet();
        connections.start();
        var redis = new BestEffortRedis(new StringRedisTemplate(connections));
        return new ViewCaches(
                redis, new JsonMapper(), new LogEpoch("test"), new GenerationRouting(), new SimpleMeterRegistry());
    }
}
