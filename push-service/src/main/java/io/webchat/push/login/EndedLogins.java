package io.webchat.push.login;

import io.webchat.push.backplane.Backplane;
import io.webchat.support.session.EndedSessions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The logins that have ended although an access token of theirs may still be valid, at this instance. A look-up is all
 * that it takes to ask. Safe from any thread.
 *
 * <p>An end is known as soon as it is heard. One that was not heard, because this instance had not started or Redis was
 * away, is known once the list is read again, some seconds later; one that never reached Redis is never known, and an
 * access token opens sockets until it expires. What is known here outlasts a Redis that is emptied; auth-service puts
 * it there again.
 */
public final class EndedLogins {
    private static final Duration AGAIN = Duration.ofSeconds(5);

    private final Map<String, Instant> ended = new ConcurrentHashMap<>();
    private final Backplane backplane;
    private final Clock clock;

    EndedLogins(Backplane backplane, Clock clock) {
        this.backplane = backplane;
        this.clock = clock;
        backplane.listen(EndedSessions.CHANNEL, told -> ended.putAll(EndedSessions.read(told)));
        backplane.execute(this::readAgain);
        backplane.every(AGAIN, this::readAgain);
    }

    /** Whether a login has ended, by the session of its access tokens. */
    public boolean contains(String sessionId) {
        return ended.containsKey(sessionId);
    }

    private void readAgain() {
        var now = clock.instant();
        ended.values().removeIf(until -> !until.isAfter(now));
        backplane.ask(redis -> new EndedSessions(redis).current(now)).ifPresent(ended::putAll);
    }
}
