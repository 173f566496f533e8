package io.webchat.support.redis;

import io.webchat.support.watch.Probe;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.StringRedisTemplate;

/**
 * Asks Redis for a sign of life on the connection that all threads share. One on which none comes in time is given up
 * for a new one: a network that has forgotten it says so to nobody, and TCP goes on trying for a quarter of an hour.
 */
final class ConnectionCheck implements Probe.Question {
    private static final Logger log = LoggerFactory.getLogger(ConnectionCheck.class);
    private static final String KEY = "webchat:probe";

    private final StringRedisTemplate redis;
    private final LettuceConnectionFactory connections;

    ConnectionCheck(StringRedisTemplate redis, LettuceConnectionFactory connections) {
        this.redis = redis;
        this.connections = connections;
    }

    @Override
    public void ask() {
        try {
            redis.hasKey(KEY);
        } catch (QueryTimeoutException e) {
            log.warn("Redis does not answer in time; the connection to it is made anew");
            connections.resetConnection();
            throw e;
        }
    }
}
