package io.webchat.push.watch;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Which clients of this instance look at what. Each looks at a set of things and replaces it as a whole. Safe from any
 * thread.
 *
 * @param <K> what they look at
 */
public final class Watchers<K> {
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<K, Set<Watcher>> byThing = new HashMap<>();
    private final Map<Watcher, Set<K>> things = new HashMap<>();

    /** From here on a client looks at these and at nothing else. Returns what nobody looks at any more. */
    public Set<K> replace(Watcher watcher, Set<K> next) {
        return locked(() -> {
            var before = next.isEmpty() ? things.remove(watcher) : things.put(watcher, Set.copyOf(next));
            next.forEach(thing ->
                    byThing.computeIfAbsent(thing, t -> new HashSet<>()).add(watcher));
            var abandoned = new HashSet<K>();
            for (var thing : before == null ? Set.<K>of() : before) {
                if (!next.contains(thing) && forget(thing, watcher)) {
                    abandoned.add(thing);
                }
            }
            return abandoned;
        });
    }

    /** A client looks at nothing any more. Returns what nobody looks at any more. */
    public Set<K> remove(Watcher watcher) {
        return replace(watcher, Set.of());
    }

    /** Who looks at something. */
    public Collection<Watcher> of(K thing) {
        return locked(() -> Set.copyOf(byThing.getOrDefault(thing, Set.of())));
    }

    /** What a client looks at. */
    public Set<K> of(Watcher watcher) {
        return locked(() -> things.getOrDefault(watcher, Set.of()));
    }

    /** Everything that somebody looks at. */
    public Set<K> all() {
        return locked(() -> Set.copyOf(byThing.keySet()));
    }

    /** Whether nobody is left. */
    private boolean forget(K thing, Watcher watcher) {
        return byThing.computeIfPresent(thing, (t, watchers) -> {
                    watchers.remove(watcher);
                    return watchers.isEmpty() ? null : watchers;
                })
                == null;
    }

    private <T> T locked(Supplier<T> action) {
        lock.lock();
        try {
            return action.get();
        } finally {
            lock.unlock();
        }
    }
}
