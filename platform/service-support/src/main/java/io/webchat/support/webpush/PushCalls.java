package io.webchat.support.webpush;

import io.webchat.domain.user.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.stream.Gatherers;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.redis.core.StringRedisTemplate;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The calls that nobody has made yet, in the order in which they came: the list {@code webchat:{web-push}:calls} in
 * Redis. Each is taken once, by whoever asks first, and is lost if they die. There are at most {@value #MOST}; the
 * oldest give way. A call of more than {@value #USERS} people becomes several, so that the list has a largest size.
 * What nobody takes is gone {@link #KEPT} after the last was added.
 *
 * <p>Methods wait for Redis, and throw what Spring throws if it does not do as asked.
 */
public final class PushCalls {
    private static final Logger LOG = LoggerFactory.getLogger(PushCalls.class);

    static final int MOST = 2_000;
    static final int USERS = 100;
    static final Duration KEPT = Duration.ofMinutes(5);

    private static final String KEY = "webchat:{web-push}:calls";

    private static final JsonMapper JSON = new JsonMapper();

    private final StringRedisTemplate redis;

    public PushCalls(StringRedisTemplate redis) {
        this.redis = redis;
    }

    /** A call as it lies in Redis. */
    private record Written(List<String> users, String topic, boolean isUrgent, long at, String notification) {
        /** One text for each hundred people or fewer. */
        static Stream<String> write(PushCall call) {
            return call.users().stream()
                    .map(UserId::toString)
                    .gather(Gatherers.windowFixed(USERS))
                    .map(users -> JSON.writeValueAsString(new Written(
                            users, call.topic(), call.isUrgent(), call.at().toEpochMilli(), call.notification())));
        }

        static PushCall read(String text) {
            var written = JSON.readValue(text, Written.class);
            return new PushCall(
                    written.users().stream().map(UserId::parse).toList(),
                    written.topic(),
                    written.isUrgent(),
                    Instant.ofEpochMilli(written.at()),
                    written.notification());
        }
    }

    /** Adds some at the end. */
    public void add(Collection<PushCall> calls) {
        var written = calls.stream().flatMap(Written::write).toList();
        if (!written.isEmpty()) {
            redis.opsForList().rightPushAll(KEY, written);
            redis.opsForList().trim(KEY, -MOST, -1);
            redis.expire(KEY, KEPT);
        }
    }

    /** Takes the first ones, as many as there are up to a number. One that cannot be read is lost. */
    public List<PushCall> take(int most) {
        var taken = redis.opsForList().leftPop(KEY, most);
        return taken == null
                ? List.of()
                : taken.stream().flatMap(PushCalls::read).toList();
    }

    private static Stream<PushCall> read(String text) {
        try {
            return Stream.of(Written.read(text));
        } catch (JacksonException | IllegalArgumentException | NullPointerException e) {
            // Without what is in it.
            LOG.error("a call cannot be read: {}", e.getClass().getSimpleName());
            return Stream.empty();
        }
    }
}
