package io.webchat.support.rate;

import io.github.bucket4j.redis.lettuce.RedisApi;
import io.lettuce.core.RedisFuture;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import java.util.function.Supplier;

/**
 * What Bucket4j needs of Redis, over the connection that the service has anyway: to one server, to Sentinels or to a
 * cluster. The connection is made when it is first needed, so that a service starts without Redis too.
 *
 * @param <K> of keys; left open, because Bucket4j hands keys over in arrays of objects
 */
record RedisCommands<K>(Supplier<RedisClusterAsyncCommands<K, byte[]>> connection) implements RedisApi<K> {
    @Override
    public <V> RedisFuture<V> eval(String script, ScriptOutputType type, K[] keys, byte[][] parameters) {
        return connection.get().eval(script, type, keys, parameters);
    }

    @Override
    public RedisFuture<byte[]> get(K key) {
        return connection.get().get(key);
    }

    @Override
    @SuppressWarnings("unchecked")
    public RedisFuture<?> delete(K key) {
        return connection.get().del(key);
    }
}
