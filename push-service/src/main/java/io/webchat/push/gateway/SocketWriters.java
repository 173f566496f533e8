package io.webchat.push.gateway;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The threads that write to the sockets. They take writes in portions, and one that is at work takes what has come
 * meanwhile, so a message to a thousand clients wakes a thread once and not a thousand times. Writes must not wait.
 */
final class SocketWriters implements Executor, AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(SocketWriters.class);
    private static final int PORTION = 64;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition work = lock.newCondition();
    private final ArrayDeque<Runnable> waiting = new ArrayDeque<>();
    private final int threads;
    private int idle;
    private boolean closed;

    /** @param threads more than there are processors would only wait for each other */
    SocketWriters(int threads) {
        this.threads = threads;
        var factory = Thread.ofPlatform().name("socket-writer-", 0).daemon().factory();
        for (var i = 0; i < threads; i++) {
            factory.newThread(this::run).start();
        }
    }

    /** Takes a write and returns at once. */
    @Override
    public void execute(Runnable write) {
        lock.lock();
        try {
            waiting.add(write);
            var first = waiting.size() == 1 && idle == threads;
            if (first || waiting.size() % PORTION == 0) {
                work.signal();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Ends the threads once what was taken is written. */
    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            work.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void run() {
        var portion = new ArrayList<Runnable>(PORTION);
        while (take(portion)) {
            portion.forEach(SocketWriters::write);
            portion.clear();
        }
    }

    /** Whether there was something; there is until it is closed. */
    private boolean take(List<Runnable> portion) {
        lock.lock();
        try {
            idle++;
            while (waiting.isEmpty() && !closed) {
                work.awaitUninterruptibly();
            }
            idle--;
            while (portion.size() < PORTION && !waiting.isEmpty()) {
                portion.add(waiting.remove());
            }
            return !portion.isEmpty();
        } finally {
            lock.unlock();
        }
    }

    private static void write(Runnable write) {
        try {
            write.run();
        } catch (Throwable e) {
            // Whatever it is: no thread takes the place of one that ended, and nobody would write any more.
            log.error("a write failed", e);
        }
    }
}
