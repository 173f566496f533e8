package io.webchat.push.gateway;

import io.webchat.push.protocol.CloseCode;
import io.webchat.push.protocol.Frame;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Frames on their way to one socket, bounded by their size and by the age of the oldest. Beyond either bound the client
 * is too slow: what is pending is dropped and the connection closed, with a code that says "come back and resume".
 *
 * <p>One write is under way at a time and takes whatever is pending when it begins, so frames coalesce under load and
 * nothing ever waits for a timer. A frame counts as pending until it was written. Two lists take turns, so that a
 * delivery makes no garbage here.
 */
final class OutboundQueue implements Connection, Outlet.Completion {
    /** How long the end of a connection may take: for the close frame to go out, and for the client to answer it. */
    private static final Duration FAREWELL = Duration.ofSeconds(5);

    /** A list for a longer batch than this is not kept. */
    private static final int USUAL_BATCH = 16;

    private final int maxBytes;
    private final long maxAgeNanos;
    private final Outlet outlet;
    private final Executor writers;
    private final SocketMetrics metrics;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition room = lock.newCondition();
    private List<Frame> pending = new ArrayList<>(4);
    private List<Frame> underWay = new ArrayList<>(4);
    private long pendingSince;
    private final Runnable next = this::writeNext;
    private int bytes;
    private long oldest;
    private boolean writing;
    private volatile @Nullable Closing closing;

    private record Closing(CloseCode code, String reason, long since) {}

    OutboundQueue(GatewayProperties properties, Outlet outlet, Executor writers, SocketMetrics metrics) {
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
            if (bytes > 0 && bytes + frame.bytes() > maxBytes || isTooOld(now)) {
                overflow();
                return;
            }
            if (bytes == 0) {
                oldest = now;
            }
            bytes += frame.bytes();
            if (pending.isEmpty()) {
                pendingSince = now;
            }
            pending.add(frame);
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
    public void checkDeadlines() {
        var now = System.nanoTime();
        boolean late;
        lock.lock();
        try {
            if (closing == null && isTooOld(now)) {
                overflow();
            }
            late = closing != null && now - closing.since() > FAREWELL.toNanos();
        } finally {
            lock.unlock();
        }
        if (late) {
            outlet.abort();
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
    public int queuedBytes() {
        lock.lock();
        try {
            return bytes;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public boolean isOpen() {
        return closing == null;
    }

    private boolean isTooOld(long now) {
        return bytes > 0 && now - oldest > maxAgeNanos;
    }

    private void overflow() {
        metrics.overflowed();
        beginClosing(CloseCode.TOO_SLOW, "the client reads more slowly than events arrive");
    }

    private void beginClosing(CloseCode code, String reason) {
        closing = new Closing(code, reason, System.nanoTime());
        pending.clear();
        room.signalAll();
        write();
    }

    private void write() {
        if (!writing) {
            writing = true;
            writers.execute(next);
        }
    }

    /** Writes what is pending, or the close frame. Once closing, nothing follows. */
    private void writeNext() {
        var batch = take();
        var end = closing;
        if (end == null) {
            outlet.write(batch, this);
        } else {
            outlet.close(end.code(), end.reason());
        }
    }

    private List<Frame> take() {
        lock.lock();
        try {
            var batch = pending;
            pending = underWay;
            underWay = batch;
            return batch;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void written() {
        var size = size(underWay);
        metrics.sent(underWay, size);
        lock.lock();
        try {
            if (underWay.size() <= USUAL_BATCH) {
                underWay.clear();
            } else {
                underWay = new ArrayList<>(4);
            }
            bytes -= size;
            oldest = pendingSince;
            room.signalAll();
            writing = false;
            if (!pending.isEmpty() || closing != null) {
                write();
            }
        } finally {
            lock.unlock();
        }
    }

    /** The socket is broken, or the container is closing it and may have to say why: it gets the time for that. */
    @Override
    public void failed(Throwable cause) {
        close(CloseCode.INTERNAL_ERROR, "the socket cannot be written");
    }

    private static int size(List<Frame> frames) {
        var size = 0;
        for (var frame : frames) {
            size += frame.bytes();
        }
        return size;
    }
}
