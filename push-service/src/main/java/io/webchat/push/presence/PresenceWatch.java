package io.webchat.push.presence;

import io.webchat.domain.user.UserId;
import io.webchat.push.backplane.Backplane;
import io.webchat.push.backplane.WaitingList;
import io.webchat.push.entitlement.Sight;
import io.webchat.push.protocol.FrameCodec;
import io.webchat.push.protocol.PresenceStatus;
import io.webchat.push.protocol.ServerFrame;
import io.webchat.push.protocol.ServerFrame.Presences.Seen;
import io.webchat.push.watch.Watcher;
import io.webchat.push.watch.Watchers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;

/**
 * The people whom clients of this instance watch, and how they are seen. A client gets all at once when it begins to
 * watch, and then every change, of those whom it may see at that moment. Whom it may not see yet is looked at again
 * with every {@link #refresh}, as far as there are few. Safe from any thread.
 */
final class PresenceWatch {
    /** Of the people whom a client asks for and may not see, so many are kept. */
    private static final int MAX_UNSEEN = 200;

    private final ReentrantLock lock = new ReentrantLock();
    private final Watchers<UserId> watchers = new Watchers<>();
    private final Map<Watcher, Set<UserId>> unseen = new ConcurrentHashMap<>();
    private final Map<UserId, PersonPresence> known = new HashMap<>();
    private final WaitingList<Watcher> newcomers;
    private final PresenceStore store;
    private final Sight sight;
    private final FrameCodec codec;
    private final PresenceMetrics metrics;
    private final Duration timeToLive;
    private long readAt = System.nanoTime();

    PresenceWatch(
            Backplane backplane,
            PresenceStore store,
            Sight sight,
            FrameCodec codec,
            PresenceMetrics metrics,
            Duration timeToLive) {
        this.newcomers = new WaitingList<>(backplane, this::introduce);
        this.store = store;
        this.sight = sight;
        this.codec = codec;
        this.metrics = metrics;
        this.timeToLive = timeToLive;
    }

    /**
     * From here on a client watches those of these people whom it may see, and no others; it is told who of them is
     * there. Of the rest, of whom there may be any number, {@value #MAX_UNSEEN} are watched as soon as it may see them.
     */
    void replace(Watcher client, Set<UserId> users) {
        var seen = seenBy(client, users);
        var rest = users.stream()
                .filter(user -> !seen.contains(user))
                .limit(MAX_UNSEEN)
                .collect(Collectors.toUnmodifiableSet());
        locked(() -> {
            watchers.replace(client, seen).forEach(known::remove);
            keepUnseen(client, rest);
        });
        newcomers.add(client);
    }

    void remove(Watcher client) {
        locked(() -> {
            watchers.remove(client).forEach(known::remove);
            unseen.remove(client);
        });
    }

    /** Takes over how somebody is seen, unless something later is known, and tells it. */
    void heard(UserId user, PersonPresence presence) {
        locked(() -> take(user, presence, Set.of()));
    }

    /**
     * Reads everybody who is watched, also whoever was not seen before. Where Redis has not answered for a time to
     * live, nobody is known to be there.
     */
    void refresh() {
        unseen.forEach(this::lookAgain);
        var asked = System.nanoTime();
        var read = store.read(watchers.all());
        if (read.isPresent()) {
            read.get().forEach(this::heard);
            readAt = asked;
        } else if (asked - readAt > timeToLive.toNanos()) {
            locked(() -> {
                known.forEach((user, presence) -> tell(user, presence.status(), PresenceStatus.OFFLINE, Set.of()));
                known.clear();
            });
        }
    }

    private void introduce(List<Watcher> clients) {
        var unknown = new HashSet<UserId>();
        clients.forEach(client -> unknown.addAll(unknownTo(client)));
        var read = store.read(unknown).orElse(Map.of());
        locked(() -> {
            read.forEach((user, presence) -> take(user, presence, Set.copyOf(clients)));
            clients.forEach(client -> client.deliver(codec.write(new ServerFrame.Presences(presentFor(client)))));
        });
    }

    /** How many people are watched. */
    int size() {
        return watchers.all().size();
    }

    private void lookAgain(Watcher client, Set<UserId> users) {
        var seen = seenBy(client, users);
        if (!seen.isEmpty()) {
            locked(() -> {
                if (users.equals(unseen.get(client))) {
                    begin(client, seen);
                }
            });
        }
    }

    /** Who is known already will not be told as a change. */
    private void begin(Watcher client, Set<UserId> seen) {
        var watched = new HashSet<>(watchers.of(client));
        watched.addAll(seen);
        watchers.replace(client, watched);
        var rest = new HashSet<>(unseen.getOrDefault(client, Set.of()));
        rest.removeAll(seen);
        keepUnseen(client, rest);
        for (var user : seen) {
            var presence = known.get(user);
            if (presence != null && presence.status() != PresenceStatus.OFFLINE) {
                client.deliver(codec.write(new ServerFrame.PresenceChanged(user, presence.status())));
            }
        }
    }

    private void keepUnseen(Watcher client, Set<UserId> users) {
        if (users.isEmpty()) {
            unseen.remove(client);
        } else {
            unseen.put(client, users);
        }
    }

    private Set<UserId> seenBy(Watcher client, Set<UserId> users) {
        return users.stream().filter(user -> sight.sees(client.user(), user)).collect(Collectors.toUnmodifiableSet());
    }

    private Set<UserId> unknownTo(Watcher client) {
        var unknown = new HashSet<>(watchers.of(client));
        locked(() -> unknown.removeAll(known.keySet()));
        unknown.removeIf(user -> !sight.sees(client.user(), user));
        return unknown;
    }

    private List<Seen> presentFor(Watcher client) {
        var present = new ArrayList<Seen>();
        for (var user : watchers.of(client)) {
            var presence = known.get(user);
            if (presence != null && presence.status() != PresenceStatus.OFFLINE && sight.sees(client.user(), user)) {
                present.add(new Seen(user, presence.status()));
            }
        }
        return present;
    }

    private void take(UserId user, PersonPresence presence, Set<Watcher> except) {
        var before = known.get(user);
        if (watchers.of(user).isEmpty() || (before != null && before.stamp() >= presence.stamp())) {
            return;
        }
        known.put(user, presence);
        tell(user, before == null ? PresenceStatus.OFFLINE : before.status(), presence.status(), except);
    }

    private void tell(UserId user, PresenceStatus before, PresenceStatus now, Set<Watcher> except) {
        if (before == now) {
            return;
        }
        var frame = codec.write(new ServerFrame.PresenceChanged(user, now));
        for (var client : watchers.of(user)) {
            if (!except.contains(client) && sight.sees(client.user(), user)) {
                client.deliver(frame);
            }
        }
        metrics.changed();
    }

    private void locked(Runnable action) {
        lock.lock();
        try {
            action.run();
        } finally {
            lock.unlock();
        }
    }
}
