package io.webchat.domain.message;

import static io.webchat.domain.Decision.reject;

import io.webchat.domain.Decision;
import io.webchat.domain.Rejection;
import io.webchat.domain.Rejection.Reason;
import io.webchat.domain.structure.Permission;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The refusals that several deciders share, in the words that people read. */
final class Refusal {
    private Refusal() {}

    static Decision<MessageEvent> unknownChannel() {
        return new Decision.Rejected<>(Rejection.UNKNOWN_CHANNEL);
    }

    static Decision<MessageEvent> unknownMessage() {
        return reject(Reason.UNKNOWN_MESSAGE, "There is no such message in this channel, or it was deleted.");
    }

    static Decision<MessageEvent> unknownThread() {
        return reject(Reason.UNKNOWN_THREAD, "This message has no thread.");
    }

    static Decision<MessageEvent> lacks(Permission permission) {
        return reject(
                Reason.MISSING_PERMISSION,
                "This needs the permission \"" + permission.slug() + "\" in this channel, which you lack.");
    }

    static Decision<MessageEvent> timedOut(@Nullable Instant until) {
        return new Decision.Rejected<>(Rejection.timedOut(until));
    }

    static Decision<MessageEvent> slowMode() {
        return reject(Reason.SLOW_MODE, "In this channel everybody waits between two messages. Yours can follow soon.");
    }

    static Decision<MessageEvent> limit(int max, String what) {
        return reject(Reason.LIMIT_REACHED, "There are " + max + " " + what + " already, and no more are possible.");
    }
}
