package io.webchat.push.presence;

import io.webchat.domain.user.UserId;
import io.webchat.push.protocol.Activity;
import io.webchat.push.protocol.Frame;
import io.webchat.push.protocol.PresenceChoice;
import io.webchat.push.watch.Watcher;
import java.time.Duration;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A connection whose client has said that somebody is there. Safe from any thread. */
final class Device {
    private static final long WINDOW_NANOS = Duration.ofMinutes(1).toNanos();

    private final String id;
    private final Watcher client;
    private final int changesPerMinute;
    private Activity activity;
    private PresenceChoice remembered;
    private @Nullable PresenceChoice choosing;
    private @Nullable PresenceChoice told;
    private long toldStamp = Long.MIN_VALUE;
    private long windowStart;
    private int changes;

    Device(String id, Watcher client, int changesPerMinute) {
        this.id = id;
        this.client = client;
        this.changesPerMinute = changesPerMinute;
        this.activity = Activity.ACTIVE;
        this.remembered = PresenceChoice.AUTOMATIC;
        this.windowStart = System.nanoTime();
    }

    String id() {
        return id;
    }

    UserId user() {
        return client.user();
    }

    synchronized Activity activity() {
        return activity;
    }

    synchronized PresenceChoice remembered() {
        return remembered;
    }

    synchronized void says(Activity now, PresenceChoice chosen) {
        activity = now;
        remembered = chosen;
    }

    synchronized void chooses(PresenceChoice chosen) {
        choosing = chosen;
    }

    /** What is to be written; null for nothing. */
    synchronized @Nullable PresenceChoice choosing() {
        return choosing;
    }

    synchronized void chosen(PresenceChoice written) {
        if (written == choosing) {
            choosing = null;
        }
    }

    /**
     * Tells the client how its user has chosen to be seen, unless it knows that, or something later: answers of Redis
     * and what it says by itself come on different threads.
     */
    synchronized void learns(PersonPresence presence, Function<PresenceChoice, Frame> frames) {
        if (presence.stamp() <= toldStamp) {
            return;
        }
        toldStamp = presence.stamp();
        remembered = presence.chosen();
        if (presence.chosen() != told) {
            told = presence.chosen();
            client.deliver(frames.apply(told));
        }
    }

    /** Whether a change may be told at once. */
    synchronized boolean mayChangeNow() {
        var now = System.nanoTime();
        if (now - windowStart >= WINDOW_NANOS) {
            windowStart = now;
            changes = 0;
        }
        return ++changes <= changesPerMinute;
    }
}
