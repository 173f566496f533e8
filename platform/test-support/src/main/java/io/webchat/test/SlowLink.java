package io.webchat.test;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * A network between a client and a server on the loopback address that is as slow as a test wants: what comes in on one
 * side goes out on the other after a delay, in both directions, in order and nothing lost unless it is told to forget
 * its connections. A change of the delay holds for what is under way too.
 */
public final class SlowLink implements AutoCloseable {
    private static final int CHUNK = 64 * 1024;

    private final ServerSocket listener;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final Set<Socket> forgotten = ConcurrentHashMap.newKeySet();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private long delayNanos;
    private final AtomicReference<@Nullable Held> next = new AtomicReference<>();

    public SlowLink() throws IOException {
        listener = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
    }

    /** What its clients connect to. */
    public int port() {
        return listener.getLocalPort();
    }

    /** Begins to connect clients to a server. */
    public void to(int port) {
        var server = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        Thread.ofVirtual().start(() -> accept(server));
    }

    /** How long everything takes from now on, in each direction. */
    public void delay(Duration delay) {
        lock.lock();
        try {
            delayNanos = delay.toNanos();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Holds back the next thing that contains a text, and what follows on it, for so long; nothing else. */
    public void delayNext(String text, Duration delay) {
        next.set(new Held(text, delay.toNanos()));
    }

    /**
     * From now on nothing passes on any connection that there is, in either direction, and neither side is told, as
     * when something on the way has forgotten it. Who connects anew is connected.
     */
    public void forgetConnections() {
        forgotten.addAll(sockets);
    }

    private record Held(String text, long nanos) {
        boolean isIn(byte[] bytes, int length) {
            return length > 0 && new String(bytes, 0, length, StandardCharsets.ISO_8859_1).contains(text);
        }
    }

    private record Chunk(byte[] bytes, int length, long readAt, long heldNanos) {
        boolean isEnd() {
            return length < 0;
        }
    }

    private void accept(InetSocketAddress server) {
        try {
            while (true) {
                connect(listener.accept(), server);
            }
        } catch (IOException e) {
            // Closed.
        }
    }

    private void connect(Socket client, InetSocketAddress server) throws IOException {
        sockets.add(client);
        var upstream = new Socket();
        sockets.add(upstream);
        try {
            upstream.connect(server);
        } catch (IOException e) {
            client.close();
            return;
        }
        pass(client, upstream);
        pass(upstream, client);
    }

    private void pass(Socket from, Socket to) {
        var underway = new LinkedBlockingQueue<Chunk>();
        Thread.ofVirtual().start(() -> read(from, underway));
        Thread.ofVirtual().start(() -> write(underway, from, to));
    }

    private void read(Socket from, BlockingQueue<Chunk> underway) {
        var length = 0;
        while (length >= 0) {
            var bytes = new byte[CHUNK];
            try {
                length = from.getInputStream().read(bytes);
            } catch (IOException e) {
                length = -1;
            }
            underway.add(new Chunk(bytes, length, System.nanoTime(), held(bytes, length)));
        }
    }

    private long held(byte[] bytes, int length) {
        var held = next.get();
        return held != null && held.isIn(bytes, length) && next.compareAndSet(held, null) ? held.nanos() : 0;
    }

    private void write(BlockingQueue<Chunk> underway, Socket from, Socket to) {
        try (from;
                to) {
            for (var chunk = underway.take(); !chunk.isEnd(); chunk = underway.take()) {
                awaitTimeOf(chunk);
                if (forgotten.contains(from)) {
                    continue;
                }
                to.getOutputStream().write(chunk.bytes(), 0, chunk.length());
            }
        } catch (IOException | InterruptedException e) {
            // One of the two has gone.
        } finally {
            sockets.removeAll(Set.of(from, to));
            forgotten.removeAll(Set.of(from, to));
        }
    }

    private void awaitTimeOf(Chunk chunk) throws InterruptedException {
        lock.lock();
        try {
            for (var left = left(chunk); left > 0; left = left(chunk)) {
                var ignored = changed.await(left, NANOSECONDS);
            }
        } finally {
            lock.unlock();
        }
    }

    private long left(Chunk chunk) {
        return chunk.readAt() + delayNanos + chunk.heldNanos() - System.nanoTime();
    }

    @Override
    public void close() {
        try {
            listener.close();
            for (var socket : sockets) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
