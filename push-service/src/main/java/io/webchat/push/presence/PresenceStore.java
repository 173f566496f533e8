package io.webchat.push.presence;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.webchat.domain.user.UserId;
import io.webchat.push.backplane.Backplane;
import io.webchat.push.protocol.PresenceChoice;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.ClassPathResource;
import org.springframework.data.redis.connection.ReturnType;
import org.springframework.data.redis.core.RedisCallback;

/** Presence in Redis, as the package describes it. For the thread of the backplane. */
final class PresenceStore {
    private static final Logger log = LoggerFactory.getLogger(PresenceStore.class);

    /** Where changes are told. */
    static final String CHANGES = "webchat:presence";

    private static final String KEYS = "webchat:presence:{%s}";
    private static final int BATCH = 500;
    private static final byte[] SCRIPT = script();

    private final Backplane backplane;
    private final String timeToLive;
    private final String choiceKept;

    /** One call of the script. */
    private record Call(UserId user, List<String> arguments) {}

    PresenceStore(Backplane backplane, PresenceProperties properties) {
        this.backplane = backplane;
        this.timeToLive = Long.toString(properties.timeToLive().toMillis());
        this.choiceKept = Long.toString(properties.choiceKept().toMillis());
    }

    /** Puts off when devices are taken for gone; what their people are seen as then. Empty if Redis is away. */
    Optional<Map<UserId, PersonPresence>> put(Collection<Device> devices) {
        return call(devices.stream()
                .map(device -> new Call(
                        device.user(),
                        List.of(
                                "put",
                                device.id(),
                                device.activity().wireName(),
                                timeToLive,
                                device.remembered().wireName(),
                                choiceKept,
                                CHANGES)))
                .toList());
    }

    /** Removes devices. */
    void remove(Collection<Device> devices) {
        call(devices.stream()
                .map(device -> new Call(device.user(), List.of("remove", device.id(), CHANGES)))
                .toList());
    }

    /** Writes down how somebody wants to be seen; empty if Redis is away. */
    Optional<Map<UserId, PersonPresence>> choose(UserId user, PresenceChoice chosen) {
        return call(List.of(new Call(user, List.of("choose", chosen.wireName(), choiceKept, CHANGES))));
    }

    /** How people are seen; empty if Redis is away. */
    Optional<Map<UserId, PersonPresence>> read(Collection<UserId> users) {
        return call(users.stream().map(user -> new Call(user, List.of("read"))).toList());
    }

    private Optional<Map<UserId, PersonPresence>> call(List<Call> calls) {
        var presences = new LinkedHashMap<UserId, PersonPresence>();
        for (var from = 0; from < calls.size(); from += BATCH) {
            var batch = calls.subList(from, Math.min(calls.size(), from + BATCH));
            var answers = answers(batch);
            if (answers.isEmpty()) {
                return Optional.empty();
            }
            for (var i = 0; i < batch.size(); i++) {
                var user = batch.get(i).user();
                parse(answers.get().get(i).toString()).ifPresent(presence -> presences.put(user, presence));
            }
        }
        return Optional.of(presences);
    }

    /** Nobody else waits for somebody of whom something is written that this version does not know. */
    private static Optional<PersonPresence> parse(String answer) {
        try {
            return Optional.of(PersonPresence.parse(answer));
        } catch (IllegalArgumentException e) {
            log.warn("nothing is known of somebody: {}", e.getMessage());
            return Optional.empty();
        }
    }

    /** The script is loaded again with each batch: a Redis that was started anew has forgotten it. */
    private Optional<List<Object>> answers(List<Call> batch) {
        return backplane.ask(redis -> {
            var sha = redis.execute((RedisCallback<@Nullable String>)
                    connection -> connection.scriptingCommands().scriptLoad(SCRIPT));
            return sha == null ? null : redis.executePipelined(calls(sha, batch));
        });
    }

    private static RedisCallback<@Nullable Object> calls(String sha, List<Call> batch) {
        return connection -> {
            for (var call : batch) {
                connection.scriptingCommands().evalSha(sha, ReturnType.VALUE, 2, keysAndArguments(call));
            }
            return null;
        };
    }

    private static byte[][] keysAndArguments(Call call) {
        var key = KEYS.formatted(call.user());
        return Stream.concat(Stream.of(key, key + ":chosen"), call.arguments().stream())
                .map(text -> text.getBytes(UTF_8))
                .toArray(byte[][]::new);
    }

    private static byte[] script() {
        try {
            return new ClassPathResource("presence/presence.lua").getContentAsByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
