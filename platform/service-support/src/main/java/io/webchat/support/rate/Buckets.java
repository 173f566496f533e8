package io.webchat.support.rate;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.redis.lettuce.Bucket4jLettuce.LettuceBasedProxyManagerBuilder;
import io.lettuce.core.api.async.RedisAsyncCommands;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
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
        var proxies = new LettuceBasedProxyManagerBuilder<byte[]>(new RedisCommands<>(new SharedConnection(redis)))
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

    /**
     * The one that all threads share; it finds its way back, and another one takes its place if it was given up. While
     * one thread makes it, which takes as long as Redis may take to answer, the others do without rather than wait in a
     * row.
     */
    final class SharedConnection implements Supplier<RedisClusterAsyncCommands<byte[], byte[]>> {
        private final LettuceConnectionFactory redis;
        private final ReentrantLock connecting = new ReentrantLock();
        private volatile @Nullable RedisAsyncCommands<byte[], byte[]> made;

        SharedConnection(LettuceConnectionFactory redis) {
            this.redis = redis;
        }

        @Override
        public RedisClusterAsyncCommands<byte[], byte[]> get() {
            var known = made;
            return known != null && known.getStatefulConnection().isOpen() ? known : make();
        }

        private RedisClusterAsyncCommands<byte[], byte[]> make() {
            if (!connecting.tryLock()) {
                throw new IllegalStateException("another request is connecting to Redis");
            }
            try (var connection = (LettuceConnection) redis.getConnection()) {
                var commands = (RedisAsyncCommands<byte[], byte[]>) connection.getNativeConnection();
                made = commands;
                return commands;
            } finally {
                connecting.unlock();
            }
        }
    }
}
