package io.webchat.push.backplane;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/**
 * Things that wait for the worker of the backplane, each once however often it is added. The worker takes all of them
 * at once: Redis answers for a thousand nearly as fast as for one. Safe from any thread; never blocks.
 *
 * @param <T> compared by {@code equals}
 */
public final class WaitingList<T> {
    private final ReentrantLock lock = new ReentrantLock();
    private final Set<T> waiting = new LinkedHashSet<>();
    private final Backplane backplane;
    private final Consumer<List<T>> work;

    public WaitingList(Backplane backplane, Consumer<List<T>> work) {
        this.backplane = backplane;
        this.work = work;
    }

    /** Puts something on the list, at its end if it does not wait yet. */
    public void add(T thing) {
        lock.lock();
        try {
            var isFirst = waiting.isEmpty();
            waiting.add(thing);
            if (isFirst) {
                backplane.execute(() -> work.accept(takeAll()));
            }
        } finally {
            lock.unlock();
        }
    }

    private List<T> takeAll() {
        lock.lock();
        try {
            var all = List.copyOf(waiting);
            waiting.clear();
            return all;
        } finally {
            lock.unlock();
        }
    }
}
