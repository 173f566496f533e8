package io.webchat.push.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.webchat.push.protocol.CloseCode;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.websocket.core.CloseStatus;
import org.eclipse.jetty.websocket.core.CoreSession;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class GatewaySocketTest {
    private static final int LOST = 1006;

    private final List<Integer> ends = new ArrayList<>();
    private final GatewayProperties properties = properties();

    /** As when the client has gone before the first frame is written: the container says so on the writer's thread. */
    @Test
    void aSocketThatEndsWhileItIsOpenedIsHeardOf() {
        var socket = new GatewaySocket(new EndsAtOnce(), 1_000, 1_000, Runnable::run);

        socket.onOpen(new CoreSession.Empty(), Callback.NOOP);

        assertThat(ends).containsExactly(LOST);
    }

    private final class EndsAtOnce implements GatewaySocket.Life {
        @Override
        public Session opening(Outlet outlet) {
            var metrics = new SocketMetrics(new SimpleMeterRegistry(), Clock.systemUTC());
            var queue = new OutboundQueue(properties, outlet, write -> socketEnds(outlet), metrics);
            return new Session(queue, servicesOf(properties));
        }

        @Override
        public void opened(Session session) {
            session.close(CloseCode.GOING_AWAY, "closed");
        }

        @Override
        public void received(int bytes) {}

        @Override
        public void closed(Session session, int code) {
            ends.add(code);
        }
    }

    private static void socketEnds(Outlet outlet) {
        ((GatewaySocket) outlet).onClosed(new CloseStatus(LOST), Callback.NOOP);
    }

    /** Nothing of them is used before a frame comes, but how many there may be. */
    @SuppressWarnings("NullAway")
    private static SessionServices servicesOf(GatewayProperties properties) {
        return new SessionServices(
                properties, null, null, null, null, null, null, null, null, null, Clock.systemUTC(), Runnable::run);
    }

    private static GatewayProperties properties() {
        var any = Duration.ofSeconds(1);
        var size = DataSize.ofKilobytes(1);
        return new GatewayProperties(any, any, any, size, size, 1, size, any, 1, 1, any, 1);
    }
}
