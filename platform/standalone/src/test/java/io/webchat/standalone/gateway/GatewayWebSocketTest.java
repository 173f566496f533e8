package io.webchat.standalone.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.undertow.Handlers;
import io.undertow.Undertow;
import io.undertow.websockets.core.AbstractReceiveListener;
import io.undertow.websockets.core.BufferedTextMessage;
import io.undertow.websockets.core.WebSocketChannel;
import io.undertow.websockets.core.WebSockets;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GatewayWebSocketTest {
    private final HttpClient client = HttpClient.newHttpClient();
    private final Received received = new Received();
    private Undertow push;
    private Gateway gateway;
    private WebSocket socket;

    @BeforeEach
    void connect() throws Exception {
        push = echo();
        var pushPort = ((InetSocketAddress) push.getListenerInfo().getFirst().getAddress()).getPort();
        var instances = List.of(URI.create("http://127.0.0.1:" + pushPort));
        var port = freePort();
        var upstreams = new Upstreams(List.of(), List.of(), List.of(), instances, List.of());
        gateway = Gateway.start(List.of("127.0.0.1"), port, upstreams);
        socket = client.newWebSocketBuilder()
                .buildAsync(URI.create("ws://127.0.0.1:" + port + "/ws"), received)
                .get(10, TimeUnit.SECONDS);
    }

    @AfterEach
    void stop() {
        client.shutdownNow();
        gateway.close();
        push.stop();
    }

    @Test
    void frames_pass_in_both_directions() throws Exception {
        socket.sendText("one", true).get(10, TimeUnit.SECONDS);
        socket.sendText("two", true).get(10, TimeUnit.SECONDS);

        assertThat(received.texts.poll(10, TimeUnit.SECONDS)).isEqualTo("one");
        assertThat(received.texts.poll(10, TimeUnit.SECONDS)).isEqualTo("two");
    }

    @Test
    void the_close_code_of_the_service_reaches_the_client() throws Exception {
        socket.sendText("close", true).get(10, TimeUnit.SECONDS);

        assertThat(received.closeCode.get(10, TimeUnit.SECONDS)).isEqualTo(4001);
    }

    @Test
    void the_client_notices_at_once_that_the_service_is_gone() throws Exception {
        push.stop();

        assertThat(received.closeCode.get(10, TimeUnit.SECONDS)).isEqualTo(1006);
    }

    /** Sends back what it receives, and closes with a code of the application's when told to. */
    private static Undertow echo() {
        var server = Undertow.builder()
                .addHttpListener(0, "127.0.0.1")
                .setHandler(Handlers.websocket((exchange, channel) -> {
                    channel.getReceiveSetter().set(new AbstractReceiveListener() {
                        @Override
                        protected void onFullTextMessage(WebSocketChannel from, BufferedTextMessage message) {
                            // a second call would answer with nothing
                            var text = message.getData();
                            if (text.equals("close")) {
                                WebSockets.sendClose(4001, "told to", from, null);
                            } else {
                                WebSockets.sendText(text, from, null);
                            }
                        }
                    });
                    channel.resumeReceives();
                }))
                .build();
        server.start();
        return server;
    }

    private static int freePort() throws Exception {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static final class Received implements WebSocket.Listener {
        private final LinkedBlockingQueue<String> texts = new LinkedBlockingQueue<>();
        private final StringBuilder partial = new StringBuilder();
        private final CompletableFuture<Integer> closeCode = new CompletableFuture<>();

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
            partial.append(data);
            if (last) {
                texts.add(partial.toString());
                partial.setLength(0);
            }
            socket.request(1);
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public CompletionStage<?> onClose(WebSocket socket, int statusCode, String reason) {
            closeCode.complete(statusCode);
            return CompletableFuture.completedFuture(null);
        }
    }
}
