package io.webchat.push.gateway;

import io.webchat.push.protocol.CloseCode;
import io.webchat.push.protocol.Frame;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Frames on their way to one socket, bounded by their size and by the age of the oldest. Beyond either bound the client
 * is too slow: what is pending is dropped and the connection closed, with a code that says "come back and resume".
 *
 * <p>A writer runs while there is something to write and ends when there is not; it writes whatever is pending at once
 * and flushes then, so frames coalesce under load and nothing ever waits for a timer. A frame counts as pending until
 * it was flushed.
 */
final class OutboundQueue implements Connection {
    private static final Logger log = LoggerFactory.getLogger(OutboundQueue.class);

    private final int maxBytes;
    private final long maxAgeNanos;
    private final Outlet outlet;
    private final Executor writers;
    private final OutboundMetrics metrics;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition room = lock.newCondition();
    private final ArrayDeque<Pending> pending = new ArrayDeque<>();
    private int bytes;
    private long oldest;
    private boolean writing;
    private volatile @Nullable Closing closing;

    private record Pending(Frame frame, long since) {}

    private record Closing(CloseCode code, String reason) {}

    OutboundQueue(GatewayProperties properties, Outlet outlet, Executor writers, OutboundMetrics metrics) {
        this.maxBytes = Math.toIntExact(properties.queueSize().toBytes());
        this.maxAgeNanos = properties.queueAge().toNanos();
        this.outlet = outlet;
        this.writers = writers;
        this.metrics = metrics;
    }

    @Override
    public void send(Frame frame) {
        lock.lock();
        try {
            if (closing != null) {
                return;
            }
            var now = System.nanoTime();
            if (bytes > 0 && (bytes + frame.bytes() > maxBytes || now - oldest > maxAgeNanos)) {
                metrics.overflowed();
                beginClosing(CloseCode.TOO_SLOW, "the client reads more slowly than events arrive");
                return;
            }
            if (bytes == 0) {
                oldest = now;
            }
            bytes += frame.bytes();
            pending.add(new Pending(frame, now));
            write();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close(CloseCode code, String reason) {
        lock.lock();
        try {
            if (closing == null) {
                beginClosing(code, reason);
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    public boolean awaitRoom(Duration timeout) throws InterruptedException {
        var left = timeout.toNanos();
        lock.lock();
        try {
            while (closing == null && bytes > maxBytes / 4) {
                if (left <= 0) {
                    return false;
                }
                left = room.awaitNanos(left);
            }
            return closing == null;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public boolean isOpen() {
        return closing == null;
    }

    private void beginClosing(CloseCode code, String reason) {
        closing = new Closing(code, reason);
        pending.clear();
        room.signalAll();
        write();
    }

    private void write() {
        if (!writing) {
            writing = true;
            writers.execute(this::drain);
        }
    }

    private void drain() {
        try {
            for (var batch = take(); !batch.isEmpty(); batch = take()) {
                for (var next : batch) {
                    if (closing != null) {
                        break;
                    }
                    outlet.write(next.frame().text());
                }
                outlet.flush();
                done(batch);
            }
            var end = closing;
            if (end != null) {
                outlet.close(end.code(), end.reason());
            }
        } catch (IOException | RuntimeException e) {
            close(CloseCode.INTERNAL_ERROR, "the socket cannot be written");
            abandon();
        }
    }

    private void abandon() {
        try {
            outlet.close(CloseCode.INTERNAL_ERROR, "the socket cannot be written");
        } catch (IOException | RuntimeException e) {
            log.debug("a broken socket could not be closed either", e);
        }
    }

    /** What is to be written next; nothing ends the writer. Once closing, no other writer follows this one. */
    private List<Pending> take() {
        lock.lock();
        try {
            var batch = new ArrayList<>(pending);
            pending.clear();
            writing = !batch.isEmpty() || closing != null;
            return batch;
        } finally {
            lock.unlock();
        }
    }

    private void done(List<Pending> batch) {
        if (closing == null) {
            batch.forEach(written -> metrics.sent(written.frame()));
        }
        lock.lock();
        try {
            bytes -= batch.stream().mapToInt(written -> written.frame().bytes()).sum();
            oldest = pending.isEmpty() ? 0 : pending.getFirst().since();
            room.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
