package io.webchat.client.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.webchat.client.WebChatClient;
import io.webchat.client.gateway.FakeGateway.Peer;
import java.io.IOException;
import java.net.http.HttpClient;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GatewayConnectionTest {
    private static final String HELLO = "{'op':'hello','heartbeatMillis':25000}";
    private static final ResumePoint POINT = new ResumePoint("e1", Map.of("messages/0", 10L, "messages/1", 20L));

    private final HttpClient http = WebChatClient.newHttpClient();
    private final RecordingListener listener = new RecordingListener();
    private FakeGateway gateway;

    @BeforeEach
    void start() throws IOException {
        gateway = new FakeGateway();
    }

    @AfterEach
    void stop() throws IOException {
        gateway.close();
        http.shutdownNow();
    }

    @Test
    void identifiesAfterHelloAndHearsEventsOnceTheServerIsReady() throws Exception {
        var connection = identify();
        var server = gateway.peer();
        server.sends(HELLO);
        assertThat(server.hears().toString()).isEqualTo("{\"op\":\"identify\",\"token\":\"token-1\"}");
        server.sends(ready("e1", "{'messages/0':10}"));
        server.sends(caughtUp("{'messages/0':10}"));
        server.sends(event("messages/0", 12));

        hears("ready", "caught up", "messages/0@12");
        assertThat(connection.ready().join().token()).isEqualTo("consistent");
        assertThat(connection.isLive()).isTrue();
        assertThat(connection.resumePoint()).contains(new ResumePoint("e1", Map.of("messages/0", 13L)));
    }

    @Test
    void resumesWithItsOwnPositions() throws Exception {
        var connection = resume();
        var server = gateway.peer();
        server.sends(HELLO);
        var resume = server.hears();
        assertThat(resume.get("op").asString()).isEqualTo("resume");
        assertThat(resume.get("epoch").asString()).isEqualTo("e1");
        assertThat(resume.get("positions").get("messages/1").asLong()).isEqualTo(20);
        server.sends(ready("e1", "{'messages/0':10,'messages/1':20,'messages/2':5}"));
        server.sends(event("messages/1", 25));
        server.sends(caughtUp("{'messages/0':18,'messages/1':26,'messages/2':5}"));

        hears("ready", "messages/1@25", "caught up");
        assertThat(connection.resumePoint())
                .contains(new ResumePoint("e1", Map.of("messages/0", 18L, "messages/1", 26L, "messages/2", 5L)));
    }

    @Test
    void comesBackWithTheChannelsThatItWatchesAndFromWhereItMayBeUntold() throws Exception {
        var roses = UUID.fromString("0197b3a0-0000-7000-8000-000000000002");
        var connection = GatewayConnection.identify(http, gateway.url(), "token-1", Set.of(), listener);
        var server = gateway.peer();
        server.sends(HELLO);
        assertThat(server.hears().get("channelIds").isEmpty()).isTrue();
        server.sends(ready("e1", "{'messages/0':10}"));
        server.sends(caughtUp("{'messages/0':12}"));
        connection.watch(Set.of(roses));
        assertThat(server.hears().toString())
                .isEqualTo("{\"op\":\"watch\",\"userIds\":[],\"channelIds\":[\"" + roses + "\"]}");
        server.sends("{'op':'watching','channelIds':['" + roses + "'],'token':'t2'}");
        server.sends("{'op':'activity','serverId':'0197b3a0-0000-7000-8000-000000000001',"
                + "'channelId':'0197b3a0-0000-7000-8000-000000000003','stream':'messages/0','offset':13,'posted':13}");
        server.sends(event("messages/0", 15));

        hears("ready", "caught up", "watching with t2", "activity up to 13", "messages/0@15");
        var point = connection.resumePoint().orElseThrow();
        assertThat(point)
                .isEqualTo(new ResumePoint(
                        "e1",
                        Map.of("messages/0", 16L),
                        new ResumePoint.Digest(Set.of(roses), Map.of("messages/0", 12L))));

        var next = GatewayConnection.resume(http, gateway.url(), "token-1", point, listener);
        var other = gateway.peer();
        other.sends(HELLO);
        var resume = other.hears();
        assertThat(resume.get("channelIds").get(0).asString()).isEqualTo(roses.toString());
        assertThat(resume.get("acknowledged").get("messages/0").asLong()).isEqualTo(12);
        other.sends(ready("e1", "{'messages/0':16}"));
        assertThat(next.ready().get(5, TimeUnit.SECONDS).epoch()).isEqualTo("e1");
        assertThat(next.resumePoint()).as("not before it has caught up").contains(point);
    }

    @Test
    void neverAppliesAnEventBelowItsPosition() throws Exception {
        var server = resumed(resume());
        server.sends(event("messages/0", 9));
        server.sends(event("messages/0", 10));
        server.sends(event("messages/0", 10));

        hears("ready", "ignored messages/0@9", "messages/0@10", "ignored messages/0@10");
    }

    @Test
    void advancesToThePositionsOfAHeartbeatAcknowledgement() throws Exception {
        var connection = resume();
        var server = gateway.peer();
        server.sends("{'op':'hello','heartbeatMillis':3000}");
        server.hears();
        server.sends(ready("e1", "{'messages/0':10,'messages/1':20}"));
        assertThat(server.hears().toString()).isEqualTo("{\"op\":\"heartbeat\"}");
        server.sends("{'op':'heartbeat_ack','positions':{'messages/0':17,'messages/1':3}}");

        await().until(
                        () -> connection.resumePoint().orElseThrow().positions(),
                        Map.of("messages/0", 17L, "messages/1", 20L)::equals);
        assertThat(server.hears().get("op").asString()).as("the next beat").isEqualTo("heartbeat");
    }

    @Test
    void givesUpAConnectionThatDoesNotAnswerItsHeartbeat() throws Exception {
        var connection = identify();
        var server = gateway.peer();
        server.sends("{'op':'hello','heartbeatMillis':50}");

        assertThat(closeOf(connection)).isEqualTo(GatewayClose.lost("a heartbeat was not answered"));
        assertThat(server.end()).isEqualTo(Peer.NO_CLOSE_FRAME);
    }

    @Test
    void startsAnewAfterAResetAndSaysSo() throws Exception {
        var connection = resume();
        var server = gateway.peer();
        server.sends(HELLO);
        server.sends("{'op':'reset','reason':'epoch-changed'}");
        server.sends(ready("e2", "{'messages/0':3}"));
        server.sends(event("messages/0", 3));

        hears("reset: epoch-changed", "ready", "messages/0@3");
        assertThat(connection.resumePoint()).contains(new ResumePoint("e2", Map.of("messages/0", 4L)));
    }

    @Test
    void tellsOfServersThatComeAndGoAndIgnoresFramesItDoesNotKnow() throws Exception {
        var server = resumed(resume());
        server.sends("{'op':'typing','who':'somebody'}");
        server.sends("{'op':'subscribed','serverId':'0197b3a0-0000-7000-8000-000000000001','token':'t2'}");
        server.sends("{'op':'unsubscribed','serverId':'0197b3a0-0000-7000-8000-000000000001'}");

        hears("ready", "subscribed with t2", "unsubscribed");
    }

    @Test
    void aDropSendsNoCloseFrameAndNothingIsHeardAfterIt() throws Exception {
        var connection = resume();
        var server = resumed(connection);
        hears("ready");
        connection.drop();

        assertThat(server.end()).isEqualTo(Peer.NO_CLOSE_FRAME);
        assertThat(closeOf(connection)).isEqualTo(GatewayClose.lost("dropped"));
        assertThat(connection.resumePoint()).contains(POINT);
    }

    @Test
    void aCloseIsInGoodOrder() throws Exception {
        var connection = resume();
        var server = resumed(connection);
        connection.close();

        assertThat(server.end()).isEqualTo("1000");
        assertThat(closeOf(connection).code()).isEqualTo(1000);
    }

    @Test
    void tellsTheCloseCodeOfTheServer() throws Exception {
        var connection = identify();
        var server = gateway.peer();
        server.sends(HELLO);
        server.closes(4004);

        var close = closeOf(connection);
        assertThat(close.code()).isEqualTo(4004);
        assertThat(close.needsNewToken()).isTrue();
        assertThatThrownBy(() -> connection.ready().join()).hasCauseInstanceOf(GatewayClosedException.class);
    }

    @Test
    void aPositionStaysWhereItIsIfTheListenerFailsOnAnEvent() throws Exception {
        var connection = resume();
        var server = resumed(connection);
        server.sends(event("messages/0", 10));
        server.sends("{'op':'event','stream':'messages/0','offset':11,'type':'poison','data':{}}");

        assertThat(closeOf(connection).reason()).contains("cannot apply this");
        assertThat(connection.resumePoint().orElseThrow().positions()).containsEntry("messages/0", 11L);
    }

    @Test
    void doesNotGoOnWithAServerThatLeavesAGap() throws Exception {
        var connection = resume();
        var server = gateway.peer();
        server.sends(HELLO);
        server.sends(ready("e1", "{'messages/0':11,'messages/1':20}"));

        assertThat(closeOf(connection))
                .isEqualTo(GatewayClose.violation("resumed with a gap in messages/0"))
                .matches(close -> !close.canResume());
    }

    @Test
    void doesNotGoOnWithAServerThatChangesTheEpochWithoutAReset() throws Exception {
        var connection = resume();
        var server = gateway.peer();
        server.sends(HELLO);
        server.sends(ready("e2", "{}"));

        assertThat(closeOf(connection)).isEqualTo(GatewayClose.violation("resumed in another epoch without a reset"));
    }

    @Test
    void doesNotGoOnWithAServerThatSpeaksOutOfTurn() throws Exception {
        var connection = identify();
        gateway.peer().sends(event("messages/0", 1));

        assertThat(closeOf(connection).code()).isEqualTo(GatewayClose.VIOLATION);
        assertThat(listener.heard()).isEmpty();
    }

    @Test
    void handsANewerAccessTokenToTheServer() throws Exception {
        var connection = resume();
        var server = resumed(connection);
        hears("ready");
        connection.authenticate("token-2");

        assertThat(server.hears().toString()).isEqualTo("{\"op\":\"authenticate\",\"token\":\"token-2\"}");
    }

    @Test
    void saysWhatWentWrongIfThereIsNoServer() throws Exception {
        var url = gateway.url();
        gateway.close();

        assertThatThrownBy(() -> GatewayConnection.identify(http, url, "token-1", listener))
                .isInstanceOf(GatewayClosedException.class)
                .hasMessageContaining("cannot connect to " + url);
    }

    private GatewayConnection identify() {
        return GatewayConnection.identify(http, gateway.url(), "token-1", listener);
    }

    private GatewayConnection resume() {
        return GatewayConnection.resume(http, gateway.url(), "token-1", POINT, listener);
    }

    private Peer resumed(GatewayConnection connection) throws Exception {
        var server = gateway.peer();
        server.sends(HELLO);
        server.hears();
        server.sends(ready("e1", "{'messages/0':10,'messages/1':20}"));
        connection.ready().get(5, TimeUnit.SECONDS);
        return server;
    }

    private void hears(String... expected) {
        await().untilAsserted(() -> assertThat(listener.heard()).containsExactly(expected));
    }

    private static GatewayClose closeOf(GatewayConnection connection) throws Exception {
        return connection.closed().get(5, TimeUnit.SECONDS);
    }

    static String ready(String epoch, String positions) {
        return "{'op':'ready','user':{'userId':'0197b3a0-0000-7000-8000-000000000004'},'sessionId':'s1','epoch':'%s','positions':%s,'token':'consistent'}"
                .formatted(epoch, positions);
    }

    static String caughtUp(String positions) {
        return "{'op':'caught_up','positions':" + positions + "}";
    }

    static String event(String stream, long offset) {
        return "{'op':'event','stream':'%s','offset':%d,'type':'webchat.server.created.v1','data':{}}"
                .formatted(stream, offset);
    }
}
