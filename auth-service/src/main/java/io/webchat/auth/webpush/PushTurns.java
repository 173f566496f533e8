package io.webchat.auth.webpush;

import io.webchat.domain.user.UserId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Lets a few calls of one person be made at once, so that a slow push service of theirs keeps nobody else waiting. More
 * of them wait, in the order in which they came, up to a number; what is beyond it is not made. Safe from any thread.
 */
final class PushTurns {
    static final int AT_ONCE = 4;
    static final int WAITING = 100;

    private final Map<UserId, Line> lines = new HashMap<>();

    enum Turn {
        NOW,
        LATER,
        NEVER
    }

    private static final class Line {
        private final Deque<Runnable> waiting = new ArrayDeque<>();
        private int running;
    }

    /** Whose turn is now runs it and ends the turn with {@link #next}; whose turn is later is given out there. */
    synchronized Turn ask(UserId user, Runnable call) {
        var line = lines.computeIfAbsent(user, one -> new Line());
        if (line.running < AT_ONCE) {
            line.running++;
            return Turn.NOW;
        }
        if (line.waiting.size() >= WAITING) {
            return Turn.NEVER;
        }
        line.waiting.add(call);
        return Turn.LATER;
    }

    /** Ends a turn, and gives it to the call that waits longest, if there is one. */
    synchronized Optional<Runnable> next(UserId user) {
        var line = Objects.requireNonNull(lines.get(user), "nobody has a turn");
        var next = Optional.ofNullable(line.waiting.poll());
        if (next.isEmpty()) {
            line.running--;
            if (line.running == 0) {
                lines.remove(user);
            }
        }
        return next;
    }
}
