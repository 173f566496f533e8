package io.webchat.client.gateway;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The server's side of the protocol, played by the test, over a real WebSocket on a free loopback port. Just enough of
 * RFC 6455 for short text frames, so that a test sees what a library would hide: whether a connection ended with a
 * close frame or without.
 */
final class FakeGateway implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final ServerSocket server;
    private final BlockingQueue<Peer> peers = new LinkedBlockingQueue<>();

    FakeGateway() throws IOException {
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    URI url() {
        return URI.create("ws://localhost:" + server.getLocalPort() + "/ws");
    }

    /** The next client that connects. */
    Peer peer() throws InterruptedException {
        var peer = peers.poll(30, TimeUnit.SECONDS);
        if (peer == null) {
            throw new AssertionError("nobody connected");
        }
        return peer;
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    private void accept() {
        try {
            while (true) {
                peers.add(new Peer(server.accept()));
            }
        } catch (SocketException e) {
            // Closed: the test is over.
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One client, seen from the server. */
    static final class Peer {
        static final String NO_CLOSE_FRAME = "ended without a close frame";

        private final Socket socket;
        private final DataInputStream in;
        private final OutputStream out;

        private Peer(Socket socket) throws IOException {
            this.socket = socket;
            socket.setSoTimeout(20_000);
            in = new DataInputStream(socket.getInputStream());
            out = socket.getOutputStream();
            shakeHands();
        }

        void sends(String frame) throws IOException {
            write(0x81, frame.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
        }

        void closes(int code) throws IOException {
            write(0x88, ByteBuffer.allocate(2).putShort((short) code).array());
        }

        void vanishes() throws IOException {
            socket.setSoLinger(true, 0);
            socket.close();
        }

        /** The next text frame of the client. */
        JsonNode hears() throws IOException {
            var frame = read();
            if (frame.opcode() != 1) {
                throw new AssertionError("a frame with opcode " + frame.opcode());
            }
            return JSON.readTree(frame.payload().array());
        }

        /** The client's close code, or {@link #NO_CLOSE_FRAME}; text frames before it are passed over. */
        String end() throws IOException {
            try {
                while (true) {
                    var frame = read();
                    if (frame.opcode() == 8) {
                        return String.valueOf(frame.payload().getShort());
                    }
                }
            } catch (EOFException | SocketException e) {
                return NO_CLOSE_FRAME;
            }
        }

        private record Frame(int opcode, ByteBuffer payload) {}

        private Frame read() throws IOException {
            var opcode = in.readUnsignedByte() & 0x0f;
            var length = in.readUnsignedByte() & 0x7f;
            if (length == 126) {
                length = in.readUnsignedShort();
            }
            var mask = in.readNBytes(4);
            var payload = in.readNBytes(length);
            for (var i = 0; i < payload.length; i++) {
                payload[i] ^= mask[i % 4];
            }
            return new Frame(opcode, ByteBuffer.wrap(payload));
        }

        private void write(int firstByte, byte[] payload) throws IOException {
            var frame = ByteBuffer.allocate(payload.length + 4).put((byte) firstByte);
            if (payload.length < 126) {
                frame.put((byte) payload.length);
            } else {
                frame.put((byte) 126).putShort((short) payload.length);
            }
            out.write(frame.put(payload).array(), 0, frame.position());
            out.flush();
        }

        private void shakeHands() throws IOException {
            var key = "";
            for (var line = readLine(); !line.isEmpty(); line = readLine()) {
                if (line.regionMatches(true, 0, "Sec-WebSocket-Key:", 0, 18)) {
                    key = line.substring(18).strip();
                }
            }
            out.write(("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                            + "Sec-WebSocket-Accept: " + accept(key) + "\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            out.flush();
        }

        private String readLine() throws IOException {
            var line = new StringBuilder();
            for (var c = in.readUnsignedByte(); c != '\n'; c = in.readUnsignedByte()) {
                line.append((char) c);
            }
            return line.toString().strip();
        }

        private static String accept(String key) {
            try {
                var digest = MessageDigest.getInstance("SHA-1")
                        .digest((key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11").getBytes(StandardCharsets.US_ASCII));
                return Base64.getEncoder().encodeToString(digest);
            } catch (GeneralSecurityException e) {
                throw new AssertionError(e);
            }
        }
    }
}
