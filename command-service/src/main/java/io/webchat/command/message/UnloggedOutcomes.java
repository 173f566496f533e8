package io.webchat.command.message;

import io.webchat.domain.Rejection;
import io.webchat.domain.Rejection.Reason;
import io.webchat.domain.structure.CommandId;
import io.webchat.support.redis.BestEffortRedis;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What became of commands that left nothing in the log, because they were refused or had nothing to do: kept in Redis,
 * for all instances, so that a repetition is told the same whatever is so by then.
 *
 * <p><b>Limit.</b> Without Redis, or when it has lost them, repetitions are decided anew.
 */
final class UnloggedOutcomes {
    private static final String KEY = "webchat:unlogged:";
    private static final String NOTHING_TO_DO = "";
    private static final String SEPARATOR = "\n";

    private final BestEffortRedis redis;
    private final Duration kept;

    /** @param kept how long one is remembered */
    UnloggedOutcomes(BestEffortRedis redis, Duration kept) {
        this.redis = redis;
        this.kept = kept;
    }

    /** @param rejection null if there was nothing to do */
    record Outcome(@Nullable Rejection rejection) {}

    Optional<Outcome> find(CommandId command) {
        return redis.ask(template -> template.opsForValue().get(KEY + command)).map(UnloggedOutcomes::read);
    }

    /** The first outcome of a command stays. */
    void refused(CommandId command, Rejection rejection) {
        keep(command, rejection.reason().slug() + SEPARATOR + rejection.detail());
    }

    void hadNothingToDo(CommandId command) {
        keep(command, NOTHING_TO_DO);
    }

    private void keep(CommandId command, String outcome) {
        redis.ask(template -> template.opsForValue().setIfAbsent(KEY + command, outcome, kept));
    }

    private static Outcome read(String text) {
        if (text.equals(NOTHING_TO_DO)) {
            return new Outcome(null);
        }
        var parts = text.split(SEPARATOR, 2);
        return new Outcome(new Rejection(Reason.ofSlug(parts[0]), parts[1]));
    }
}
