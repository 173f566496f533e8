package io.webchat.client.gateway;

import static io.webchat.client.gateway.GatewayConnectionTest.caughtUp;
import static io.webchat.client.gateway.GatewayConnectionTest.event;
import static io.webchat.client.gateway.GatewayConnectionTest.ready;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.webchat.client.WebChatClient;
import io.webchat.client.gateway.FakeGateway.Peer;
import java.net.http.HttpClient;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GatewayFollowerTest {
    private final HttpClient http = WebChatClient.newHttpClient();
    private final RecordingListener listener = new RecordingListener();
    private final AtomicInteger token = new AtomicInteger(1);

    @AfterEach
    void stop() {
        http.shutdownNow();
    }

    @Test
    void resumesWhereTheLostConnectionEndedAndHearsEachEventOnce() throws Exception {
        try (var gateway = new FakeGateway();
                var follower = follow(gateway)) {
            var server = gateway.peer();
            assertThat(opens(server)).contains("identify");
            server.sends(ready("e1", "{'messages/0':10}"));
            server.sends(caughtUp("{'messages/0':10}"));
            server.sends(event("messages/0", 10));
            await().until(() -> listener.heard().contains("messages/0@10"));
            server.vanishes();

            var next = gateway.peer();
            assertThat(opens(next)).contains("resume").contains("\"messages/0\":11");
            next.sends(ready("e1", "{'messages/0':11}"));
            next.sends(event("messages/0", 11));
            next.sends(caughtUp("{'messages/0':12}"));
            await().until(follower::isLive);
        }
        assertThat(listener.heard())
                .containsExactly("ready", "caught up", "messages/0@10", "ready", "messages/0@11", "caught up");
    }

    @Test
    void comesBackWithANewTokenWhenTheOldOneIsRefused() throws Exception {
        try (var gateway = new FakeGateway();
                var follower = follow(gateway)) {
            var server = gateway.peer();
            assertThat(opens(server)).contains("token-1");
            server.closes(4004);

            assertThat(opens(gateway.peer())).contains("identify").contains("token-2");
            assertThat(follower.isLive()).isFalse();
        }
    }

    @Test
    void dropsOneConnectionAndOpensAnother() throws Exception {
        try (var gateway = new FakeGateway();
                var follower = follow(gateway)) {
            var server = gateway.peer();
            opens(server);
            server.sends(ready("e1", "{}"));
            server.sends(caughtUp("{}"));
            await().until(follower::isLive);
            follower.drop();

            assertThat(follower.isLive()).isFalse();
            assertThat(server.end()).isEqualTo(Peer.NO_CLOSE_FRAME);
            assertThat(opens(gateway.peer())).contains("resume");
        }
    }

    @Test
    void endsInGoodOrderWhenClosed() throws Exception {
        try (var gateway = new FakeGateway();
                var follower = follow(gateway)) {
            var server = gateway.peer();
            opens(server);
            follower.close();

            assertThat(follower.ended().isDone()).isTrue();
            assertThat(server.end()).isEqualTo("1000");
        }
    }

    @Test
    void doesNotComeBackAfterAMistakeOfItsOwn() throws Exception {
        try (var gateway = new FakeGateway();
                var follower = follow(gateway)) {
            var server = gateway.peer();
            opens(server);
            server.closes(4001);

            assertThat(follower.ended().get(5, TimeUnit.SECONDS).code()).isEqualTo(4001);
        }
    }

    @Test
    void doesNotComeBackOnceItsSessionHasEnded() throws Exception {
        try (var gateway = new FakeGateway();
                var follower = follow(gateway)) {
            var server = gateway.peer();
            opens(server);
            server.closes(4012);

            assertThat(follower.ended().get(5, TimeUnit.SECONDS).code()).isEqualTo(4012);
            assertThat(token).as("no new token is asked for").hasValue(1);
        }
    }

    private GatewayFollower follow(FakeGateway gateway) {
        GatewayFollower.Opener opener = (from, events) -> from == null
                ? GatewayConnection.identify(http, gateway.url(), "token-" + token, events)
                : GatewayConnection.resume(http, gateway.url(), "token-" + token, from, events);
        return new GatewayFollower(opener, token::incrementAndGet, listener);
    }

    private static String opens(Peer server) throws Exception {
        server.sends("{'op':'hello','heartbeatMillis':25000}");
        return server.hears().toString();
    }
}
