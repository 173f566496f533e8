package io.webchat.push.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jetty.io.ByteArrayEndPoint;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.websocket.core.Frame;
import org.eclipse.jetty.websocket.core.OpCode;
import org.eclipse.jetty.websocket.core.OutgoingEntry;
import org.eclipse.jetty.websocket.core.OutgoingFrames;
import org.junit.jupiter.api.Test;

class WriteTurnsTest {
    private final List<String> done = new ArrayList<>();
    private final Jetty jetty = new Jetty();
    private final Socket socket = new Socket();
    private final WriteTurns turns = new WriteTurns(jetty);

    @Test
    void whatIsWrittenGoesToTheSocketAtOnce() {
        write("a", "b");
        write("c");

        assertThat(socket.started).containsExactly("ab", "c");
    }

    @Test
    void aFrameOfJettysWaitsUntilOursAreWhollyWritten() {
        socket.slow = true;
        write("a");
        turns.sendFrame(entry(OpCode.PONG));
        assertThat(jetty.started).isEmpty();

        socket.writes.remove().succeeded();

        assertThat(done).containsExactly("a written");
        assertThat(jetty.started).containsExactly(OpCode.PONG);
    }

    @Test
    void oursWaitUntilAFrameOfJettysIsWhollyWritten() {
        turns.sendFrame(entry(OpCode.PONG));
        write("a");
        write("b");
        assertThat(socket.started).isEmpty();

        jetty.writes.remove().succeeded();

        assertThat(socket.started).containsExactly("a", "b");
    }

    @Test
    void nothingFollowsACloseFrameAndWhatCameBeforeGoesBefore() {
        socket.slow = true;
        write("before");
        turns.sendFrame(entry(OpCode.CLOSE));
        write("after");
        socket.writes.remove().succeeded();
        jetty.writes.remove().succeeded();

        assertThat(socket.started).containsExactly("before");
        assertThat(jetty.started).containsExactly(OpCode.CLOSE);
        assertThat(done)
                .containsExactly("before written", OpCode.CLOSE + " sent", "after: " + ClosedChannelException.class);
    }

    @Test
    void aWriteThatFailsLetsTheNextHaveItsTurn() {
        socket.slow = true;
        write("a");
        turns.sendFrame(entry(OpCode.CLOSE));
        socket.writes.remove().failed(new IOException("broken"));

        assertThat(jetty.started).containsExactly(OpCode.CLOSE);
        assertThat(done).containsExactly("a: " + IOException.class);
    }

    @Test
    void aFrameThatJettyRefusesLetsTheNextHaveItsTurn() {
        jetty.refuses = true;
        turns.sendFrame(entry(OpCode.PONG));
        write("a");

        assertThat(done).containsExactly(OpCode.PONG + ": " + IllegalStateException.class, "a written");
    }

    @Test
    void aWriteThatTheSocketRefusesLetsTheNextHaveItsTurn() {
        socket.refuses = true;
        write("a");
        turns.sendFrame(entry(OpCode.CLOSE));

        assertThat(done).containsExactly("a: " + IllegalStateException.class);
        assertThat(jetty.started).containsExactly(OpCode.CLOSE);
    }

    private void write(String... frames) {
        var buffers = new ByteBuffer[frames.length];
        for (var i = 0; i < frames.length; i++) {
            buffers[i] = ByteBuffer.wrap(frames[i].getBytes(StandardCharsets.UTF_8));
        }
        var all = String.join("", frames);
        turns.write(
                socket,
                buffers,
                Callback.from(() -> done.add(all + " written"), cause -> done.add(all + ": " + cause.getClass())));
    }

    private OutgoingEntry entry(byte opCode) {
        var callback =
                Callback.from(() -> done.add(opCode + " sent"), cause -> done.add(opCode + ": " + cause.getClass()));
        return new OutgoingEntry.Builder(new Frame(opCode), callback).build();
    }

    /** Begins to send at once; a test says when it has ended. */
    private static final class Jetty implements OutgoingFrames {
        final List<Byte> started = new ArrayList<>();
        final ArrayDeque<Callback> writes = new ArrayDeque<>();
        boolean refuses;

        @Override
        public void sendFrame(OutgoingEntry entry) {
            if (refuses) {
                throw new IllegalStateException("expected");
            }
            started.add(entry.getFrame().getOpCode());
            writes.add(entry.getCallback());
        }
    }

    /** Writes at once, or if it is slow when a test says so. */
    private static final class Socket extends ByteArrayEndPoint {
        final List<String> started = new ArrayList<>();
        final ArrayDeque<Callback> writes = new ArrayDeque<>();
        boolean slow;
        boolean refuses;

        @Override
        public void write(Callback callback, ByteBuffer... buffers) {
            if (refuses) {
                throw new IllegalStateException("expected");
            }
            var text = new StringBuilder();
            for (var buffer : buffers) {
                text.append(StandardCharsets.UTF_8.decode(buffer));
            }
            started.add(text.toString());
            if (slow) {
                writes.add(callback);
            } else {
                callback.succeeded();
            }
        }
    }
}
