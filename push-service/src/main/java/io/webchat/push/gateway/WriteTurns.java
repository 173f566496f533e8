package io.webchat.push.gateway;

import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.util.ArrayDeque;
import java.util.concurrent.locks.ReentrantLock;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.websocket.core.OpCode;
import org.eclipse.jetty.websocket.core.OutgoingEntry;
import org.eclipse.jetty.websocket.core.OutgoingFrames;

/**
 * Lets one write at a time through to a socket, in the order in which they come: frames that are encoded already go to
 * the socket itself; frames that Jetty is to send, which are pongs and closes, go its way. So neither gets into the
 * middle of the other, and nothing follows a close frame. Nothing here waits. Safe from any thread.
 */
final class WriteTurns implements OutgoingFrames {
    private final OutgoingFrames jetty;
    private final Runnable next = this::next;
    private final ReentrantLock lock = new ReentrantLock();
    private final ArrayDeque<Runnable> waiting = new ArrayDeque<>(1);
    private boolean taken;
    /** Belongs to whose turn it is. */
    private boolean closed;

    /** @param jetty where the frames go that Jetty sends */
    WriteTurns(OutgoingFrames jetty) {
        this.jetty = jetty;
    }

    @Override
    public void sendFrame(OutgoingEntry entry) {
        take(() -> {
            closed |= entry.getFrame().getOpCode() == OpCode.CLOSE;
            var ended = Callback.from(entry.getCallback(), next);
            try {
                jetty.sendFrame(new OutgoingEntry.Builder(entry).callback(ended).build());
            } catch (RuntimeException e) {
                ended.failed(e);
            }
        });
    }

    /**
     * Writes whole frames as they are; fails once a close frame was sent.
     *
     * @param frames read to their ends; not to be touched until the callback has heard
     */
    void write(EndPoint socket, ByteBuffer[] frames, Callback callback) {
        if (takesAtOnce()) {
            writeNow(socket, frames, callback);
        } else {
            take(() -> writeNow(socket, frames, callback));
        }
    }

    private void writeNow(EndPoint socket, ByteBuffer[] frames, Callback callback) {
        var ended = Callback.from(next, callback);
        if (closed) {
            ended.failed(new ClosedChannelException());
            return;
        }
        try {
            socket.write(ended, frames);
        } catch (RuntimeException e) {
            ended.failed(e);
        }
    }

    /** Takes the turn if nobody has it. */
    private boolean takesAtOnce() {
        lock.lock();
        try {
            var mine = !taken;
            taken = true;
            return mine;
        } finally {
            lock.unlock();
        }
    }

    /** Takes the turn, or waits for it. */
    private void take(Runnable turn) {
        lock.lock();
        try {
            if (taken) {
                waiting.add(turn);
                return;
            }
            taken = true;
        } finally {
            lock.unlock();
        }
        turn.run();
    }

    private void next() {
        lock.lock();
        Runnable turn;
        try {
            turn = waiting.poll();
            taken = turn != null;
        } finally {
            lock.unlock();
        }
        if (turn != null) {
            turn.run();
        }
    }
}
