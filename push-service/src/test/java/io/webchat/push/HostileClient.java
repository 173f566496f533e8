package io.webchat.push;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.util.concurrent.ThreadLocalRandom;

/** A WebSocket client that writes any bytes it likes as frames, right or wrong. */
final class HostileClient implements AutoCloseable {
    static final int TEXT = 0x1;
    static final int CONTINUATION = 0x0;
    static final int BINARY = 0x2;
    static final int CLOSE = 0x8;
    static final int PING = 0x9;
    static final int PONG = 0xA;
    static final int FINAL = 0x80;

    /** The connection was reset: what the server said last may have been lost with it. */
    static final int RESET = -1;

    private static final int TIMEOUT_MILLIS = 20_000;

    private final Socket socket;
    private final DataInputStream in;
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();

    HostileClient(PushInstance instance) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), instance.port());
        socket.setSoTimeout(TIMEOUT_MILLIS);
        socket.setTcpNoDelay(true);
        in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
        var request = String.join(
                "\r\n",
                "GET /ws HTTP/1.1",
                "Host: 127.0.0.1:" + instance.port(),
                "Connection: Upgrade",
                "Upgrade: websocket",
                "Sec-WebSocket-Version: 13",
                "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
                "",
                "");
        socket.getOutputStream().write(request.getBytes(US_ASCII));
        var blank = 0;
        while (blank < 4) {
            blank = in.readByte() == (blank % 2 == 0 ? '\r' : '\n') ? blank + 1 : 0;
        }
    }

    HostileClient text(String text) {
        return frame(FINAL | TEXT, text.getBytes(UTF_8));
    }

    /** A masked frame as RFC 6455 has it. */
    HostileClient frame(int firstByte, byte[] payload) {
        header(firstByte, 0x80, payload.length);
        var mask = new byte[4];
        ThreadLocalRandom.current().nextBytes(mask);
        written.writeBytes(mask);
        for (var i = 0; i < payload.length; i++) {
            written.write(payload[i] ^ mask[i % 4]);
        }
        return this;
    }

    /** A frame without a mask, which a client must not send. */
    HostileClient unmasked(int firstByte, byte[] payload) {
        header(firstByte, 0, payload.length);
        written.writeBytes(payload);
        return this;
    }

    HostileClient bytes(byte... any) {
        written.writeBytes(any);
        return this;
    }

    private void header(int firstByte, int mask, int length) {
        written.write(firstByte);
        if (length < 126) {
            written.write(mask | length);
        } else if (length < 65_536) {
            written.write(mask | 126);
            written.writeBytes(ByteBuffer.allocate(2).putShort((short) length).array());
        } else {
            written.write(mask | 127);
            written.writeBytes(ByteBuffer.allocate(8).putLong(length).array());
        }
    }

    /** Sends what was written, all at once. */
    void send() throws IOException {
        try {
            socket.getOutputStream().write(written.toByteArray());
        } catch (IOException e) {
            // The server has closed while it was still being talked to; what it said before can be read.
        }
        written.reset();
    }

    /** Sends what was written, so many bytes at a time. */
    void sendInPieces(int size) throws IOException {
        var bytes = written.toByteArray();
        written.reset();
        for (var from = 0; from < bytes.length; from += size) {
            socket.getOutputStream().write(bytes, from, Math.min(size, bytes.length - from));
        }
    }

    /** Sends, and reads until the server closes: its code, {@link #RESET}, or 1006 if it says none. */
    int closeCode() throws IOException {
        send();
        try {
            while (true) {
                var opcode = in.readUnsignedByte() & 0xF;
                var payload = in.readNBytes(length());
                if (opcode == CLOSE) {
                    return payload.length < 2 ? 1005 : ByteBuffer.wrap(payload).getShort() & 0xFFFF;
                }
            }
        } catch (SocketException e) {
            return RESET;
        } catch (IOException e) {
            return 1006;
        }
    }

    private int length() throws IOException {
        var length = in.readUnsignedByte() & 0x7F;
        return switch (length) {
            case 126 -> in.readUnsignedShort();
            case 127 -> Math.toIntExact(in.readLong());
            default -> length;
        };
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
