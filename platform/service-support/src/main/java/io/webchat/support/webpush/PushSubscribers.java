package io.webchat.support.webpush;

import io.webchat.domain.user.UserId;
import java.time.Duration;
import java.util.Collection;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.data.redis.core.StringRedisTemplate;

/**
 * Who has a browser that can be reached: the set {@code webchat:{web-push}:subscribers} of their ids in Redis, beside
 * {@code …:version}, which is another one whenever the set may be. It is a hint: whoever is missing is not called,
 * until auth-service writes the set anew; whoever should not be there is called in vain.
 *
 * <p>Methods wait for Redis, and throw what Spring throws if it does not do as asked.
 */
public final class PushSubscribers {
    private static final String KEY = "webchat:{web-push}:subscribers";
    private static final String VERSION = KEY + ":version";

    /** What nobody tells anew is gone some time later. */
    private static final Duration KEPT = Duration.ofMinutes(15);

    private final StringRedisTemplate redis;

    public PushSubscribers(StringRedisTemplate redis) {
        this.redis = redis;
    }

    /**
     * All of them at some moment.
     *
     * @param version of the set as it was then
     */
    public record Known(String version, Set<UserId> users) {
        public static final Known NOBODY = new Known("", Set.of());

        public Known {
            users = Set.copyOf(users);
        }
    }

    /** Adds one. */
    public void add(UserId user) {
        redis.opsForSet().add(KEY, user.toString());
        renew();
    }

    /** From now on it is these and nobody else; whoever is added at the same time may be among them or not. */
    public void replace(Collection<UserId> users) {
        if (users.isEmpty()) {
            redis.delete(KEY);
        } else {
            var next = KEY + ":" + UUID.randomUUID();
            redis.opsForSet().add(next, users.stream().map(UserId::toString).toArray(String[]::new));
            // If nobody comes so far as to rename it.
            redis.expire(next, KEPT);
            redis.rename(next, KEY);
        }
        renew();
    }

    /** Whether Redis knows them; one that was emptied does not. */
    public boolean areThere() {
        return version() != null;
    }

    /** All of them, unless they are what is known already. */
    public Optional<Known> newerThan(Known known) {
        var version = Objects.requireNonNullElse(version(), "");
        if (version.equals(known.version())) {
            return Optional.empty();
        }
        var users = Objects.requireNonNullElse(redis.opsForSet().members(KEY), Set.<String>of());
        return Optional.of(new Known(version, users.stream().map(UserId::parse).collect(Collectors.toSet())));
    }

    private @Nullable String version() {
        return redis.opsForValue().get(VERSION);
    }

    private void renew() {
        redis.expire(KEY, KEPT);
        redis.opsForValue().set(VERSION, UUID.randomUUID().toString(), KEPT);
    }
}
