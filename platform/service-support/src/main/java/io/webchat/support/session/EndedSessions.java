package io.webchat.support.session;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.core.ZSetOperations.TypedTuple;

/**
 * The sessions that ended lately, in Redis. The sorted set {@code webchat:sessions:ended} holds the id of each until no
 * access token of it can be valid any more, with that time as its score, in milliseconds. What is added is told in the
 * channel of the same name as well, as {@code <id>/<time>}, several with a comma between. Whatever was not heard there
 * is found in the set.
 *
 * <p>An id is no secret, and gives access to nothing. Methods wait for Redis, and throw what Spring throws if it does
 * not do as asked.
 */
public final class EndedSessions {
    /** Where sessions are said to have ended. */
    public static final String CHANNEL = "webchat:sessions:ended";

    private static final String KEY = CHANNEL;

    /** A set that nothing is added to goes by itself, well after the last of its sessions is of any interest. */
    private static final Duration SPARE = Duration.ofDays(1);

    private final StringRedisTemplate redis;

    public EndedSessions(StringRedisTemplate redis) {
        this.redis = redis;
    }

    /**
     * Adds some and tells of them. May be repeated.
     *
     * @param ended for each id, until when an access token of it may be valid; not empty
     */
    public void add(Map<String, Instant> ended, Instant now) {
        redis.opsForZSet().removeRangeByScore(KEY, 0, now.toEpochMilli());
        redis.opsForZSet()
                .add(
                        KEY,
                        ended.entrySet().stream()
                                .map(one -> TypedTuple.of(
                                        one.getKey(), (double) one.getValue().toEpochMilli()))
                                .collect(toSet()));
        var last = ended.values().stream().max(Instant::compareTo).orElse(now);
        redis.expire(KEY, Duration.between(now, last).plus(SPARE));
        redis.convertAndSend(CHANNEL, write(ended));
    }

    /** All of which an access token may still be valid, with until when. */
    public Map<String, Instant> current(Instant now) {
        var found = redis.opsForZSet().rangeByScoreWithScores(KEY, now.toEpochMilli(), Double.POSITIVE_INFINITY);
        return Objects.requireNonNull(found).stream()
                .collect(toMap(
                        one -> Objects.requireNonNull(one.getValue()),
                        one -> Instant.ofEpochMilli(
                                Objects.requireNonNull(one.getScore()).longValue())));
    }

    /** What is told in the channel. */
    static String write(Map<String, Instant> ended) {
        return ended.entrySet().stream()
                .map(one -> one.getKey() + "/" + one.getValue().toEpochMilli())
                .collect(joining(","));
    }

    /** Reads what was told in the channel: for each id, until when an access token of it may be valid. */
    public static Map<String, Instant> read(String told) {
        return Arrays.stream(told.split(","))
                .map(one -> one.split("/", 2))
                .collect(toMap(one -> one[0], one -> Instant.ofEpochMilli(Long.parseLong(one[1]))));
    }
}
