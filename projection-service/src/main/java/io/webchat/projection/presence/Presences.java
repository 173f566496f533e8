package io.webchat.projection.presence;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.webchat.support.redis.BestEffortRedis;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.data.redis.core.RedisCallback;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;

/** How people are seen at this moment. Ephemeral: nobody waits for it, and no consistency token covers it. */
@Component
public class Presences {
    private static final String KEY = "webchat:presence:{%s}";

    private final BestEffortRedis redis;

    Presences(BestEffortRedis redis) {
        this.redis = redis;
    }

    /**
     * By user id: {@code online}, {@code idle}, {@code do-not-disturb} or {@code offline}, which also those are who
     * want to be invisible. Empty while Redis is away.
     */
    public Map<String, String> of(List<String> users) {
        return users.isEmpty()
                ? Map.of()
                : redis.<Map<String, String>>ask(template -> seen(read(template, users)))
                        .orElse(Map.of());
    }

    /**
     * Those of these people whom nothing should call elsewhere: who uses a device at this moment, be they seen or not,
     * or does not want to be disturbed. Empty while Redis is away.
     */
    public Set<String> notToBeCalled(List<String> users) {
        return users.isEmpty()
                ? Set.of()
                : redis.<Set<String>>ask(template -> read(template, users).entrySet().stream()
                                .filter(person -> person.getValue().isNotToBeCalled())
                                .map(Map.Entry::getKey)
                                .collect(Collectors.toSet()))
                        .orElse(Set.of());
    }

    private static Map<String, String> seen(Map<String, Known> people) {
        return people.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, person -> person.getValue().seenAs()));
    }

    /** What Redis knows of somebody, and its clock. */
    private record Known(
            Collection<String> devices, @Nullable String chosen, long now) {
        String seenAs() {
            return Presence.of(devices, chosen, now);
        }

        boolean isNotToBeCalled() {
            return Presence.isActive(devices, now) || Presence.DO_NOT_DISTURB.equals(chosen);
        }
    }

    /** In one exchange: Redis's clock, and for each person their devices and what they have chosen. */
    private static Map<String, Known> read(StringRedisTemplate redis, List<String> users) {
        var answers = redis.executePipelined((RedisCallback<@Nullable Object>) connection -> {
            connection.serverCommands().time();
            for (var user : users) {
                var key = KEY.formatted(user);
                connection.hashCommands().hGetAll(key.getBytes(UTF_8));
                connection.stringCommands().get((key + ":chosen").getBytes(UTF_8));
            }
            return null;
        });
        var now = (Long) Objects.requireNonNull(answers.getFirst());
        var known = new HashMap<String, Known>();
        for (var i = 0; i < users.size(); i++) {
            var devices = (Map<?, ?>) Objects.requireNonNull(answers.get(1 + 2 * i));
            var chosen = (String) answers.get(2 + 2 * i);
            var texts = devices.values().stream().map(String::valueOf).toList();
            known.put(users.get(i), new Known(texts, chosen, now));
        }
        return known;
    }
}
