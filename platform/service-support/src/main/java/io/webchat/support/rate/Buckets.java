package io.webchat.support.rate;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.redis.lettuce.Bucket4jLettuce.LettuceBasedProxyManagerBuilder;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.springframework.data.redis.connection.lettuce.LettuceConnection;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;

/** Where buckets are kept. One that is full again is forgotten, since a new one is full too. */
@FunctionalInterface
interface Buckets {
    /** Some tens of megabytes at most, from however many addresses requests come. */
    int MOST_LOCAL = 100_000;

    /** The bucket of a key, a new one if there is none. */
    Bucket of(String key, Allowance allowance);

    /** In Redis, shared by all instances, and changed by compare-and-set. */
    static Buckets shared(LettuceConnectionFactory redis, Duration patience) {
        var proxies = new LettuceBasedProxyManagerBuilder<byte[]>(new RedisCommands<>(() -> connectionOf(redis)))
                .expirationAfterWrite(
                        ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(Duration.ofSeconds(10)))
                .requestTimeout(patience)
                .build();
        return (key, allowance) -> proxies.getProxy(key.getBytes(StandardCharsets.UTF_8), allowance::configuration);
    }

    /**
     * In this instance alone.
     *
     * @param longest that any of them takes to be full
     */
    static Buckets local(Duration longest) {
        Cache<String, Bucket> buckets = Caffeine.newBuilder()
                .maximumSize(MOST_LOCAL)
                .expireAfterAccess(longest)
                .build();
        return (key, allowance) -> buckets.get(
                key, missing -> Bucket.builder().addLimit(allowance.bandwidth()).build());
    }

    /** The one that all threads share; it stays open. */
    private static RedisClusterAsyncCommands<byte[], byte[]> connectionOf(LettuceConnectionFactory redis) {
        try (var connection = (LettuceConnection) redis.getConnection()) {
            return connection.getNativeConnection();
        }
    }
}
