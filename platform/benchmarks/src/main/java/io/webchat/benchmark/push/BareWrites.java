package io.webchat.benchmark.push;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;

/**
 * What it costs to write the same bytes to as many sockets in a loop, with nothing around it. Rounds that follow each
 * other find what they need in the processor's caches, and readers awake; rounds after a pause do not.
 */
final class BareWrites {
    private static final int ROUNDS = 50;
    private static final int WARM_UP = 20;

    private BareWrites() {}

    /** Processor time of a write of that many bytes, in microseconds. */
    static double microsPerWrite(int sockets, int bytes, Duration pause) throws IOException, InterruptedException {
        try (var selector = Selector.open();
                var server = ServerSocketChannel.open()) {
            server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), sockets);
            var ends = new ArrayList<SocketChannel>();
            try {
                for (var i = 0; i < sockets; i++) {
                    var reading = SocketChannel.open(server.getLocalAddress());
                    ends.add(reading);
                    ends.add(server.accept());
                    reading.configureBlocking(false).register(selector, SelectionKey.OP_READ);
                }
                var reader = Thread.ofPlatform().daemon().start(() -> drain(selector));
                var micros = write(ends, ByteBuffer.allocate(bytes), pause);
                reader.interrupt();
                return micros;
            } finally {
                for (var end : ends) {
                    end.close();
                }
            }
        }
    }

    private static double write(ArrayList<SocketChannel> ends, ByteBuffer message, Duration pause)
            throws IOException, InterruptedException {
        var threads = ManagementFactory.getThreadMXBean();
        var begun = 0L;
        for (var round = 0; round < WARM_UP + ROUNDS; round++) {
            if (round == WARM_UP) {
                begun = threads.getCurrentThreadCpuTime();
            }
            if (!pause.isZero()) {
                Thread.sleep(pause);
            }
            for (var i = 1; i < ends.size(); i += 2) {
                message.clear();
                while (message.hasRemaining()) {
                    ends.get(i).write(message);
                }
            }
        }
        var writes = (double) ROUNDS * ends.size() / 2;
        return (threads.getCurrentThreadCpuTime() - begun) / 1_000.0 / writes;
    }

    /** Reads whatever arrives, until it is interrupted or the sockets are closed. */
    private static void drain(Selector selector) {
        var rest = ByteBuffer.allocate(1 << 16);
        try {
            while (!Thread.currentThread().isInterrupted()) {
                selector.select(key -> {
                    try {
                        rest.clear();
                        if (((SocketChannel) key.channel()).read(rest) < 0) {
                            key.cancel();
                        }
                    } catch (IOException e) {
                        key.cancel();
                    }
                });
            }
        } catch (IOException | ClosedSelectorException e) {
            Thread.currentThread().interrupt();
        }
    }
}
