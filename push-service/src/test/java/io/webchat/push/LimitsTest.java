package io.webchat.push;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.webchat.domain.user.UserId;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class LimitsTest {
    private static PushInstance strict;

    private final PushInstance instance = PushInstance.usual();

    @BeforeAll
    static void start() {
        strict = PushInstance.start(
                "webchat.push.gateway.heartbeat=500ms",
                "webchat.push.gateway.deadline-check=50ms",
                "webchat.cors.allowed-origins=https://chat.example.org");
    }

    @AfterAll
    static void stop() {
        strict.close();
    }

    @Test
    void whoDoesNotIdentifyInTimeIsClosed() {
        try (var client = PushClient.connect(instance)) {
            assertThat(client.closeCode()).isEqualTo(4003);
        }
    }

    @Test
    void whoSendsNoHeartbeatIsClosed() {
        try (var client = PushClient.connect(strict)) {
            client.send("identify", Map.of("token", PushClient.token(ChatLog.someone())));
            assertThat(client.closeCode()).isEqualTo(4009);
        }
    }

    @Test
    void anExpiredTokenClosesUnlessItIsReplaced() {
        var alice = ChatLog.someone();
        try (var expiring = PushClient.connect(instance);
                var renewing = PushClient.connect(instance)) {
            for (var client : List.of(expiring, renewing)) {
                client.send("identify", Map.of("token", PushClient.token(alice, Duration.ofSeconds(8))));
                client.await("caught_up");
            }
            renewing.send("authenticate", Map.of("token", PushClient.token(alice)));
            assertThat(renewing.await("authenticated").path("expiresAt").stringValue())
                    .endsWith("Z");

            assertThat(expiring.closeCode()).isEqualTo(4011);
            assertThat(renewing.heartbeat()).hasSize(1);
        }
    }

    @Test
    void aBadTokenAndAnotherUsersTokenAreRefused() {
        try (var client = PushClient.connect(instance)) {
            client.send("identify", Map.of("token", "forged"));
            assertThat(client.closeCode()).isEqualTo(4004);
        }
        try (var client = PushClient.identified(instance, ChatLog.someone())) {
            client.send("authenticate", Map.of("token", PushClient.token(ChatLog.someone())));
            assertThat(client.closeCode()).isEqualTo(4004);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '#',
            value = {
                "4001 | nonsense",
                "4001 | []",
                "4001 | [\"heartbeat\",{}]",
                "4001 | null",
                "4001 | {}",
                "4001 | {\"op\":\"identify\"}",
                "4001 | {\"op\":\"identify\",\"token\":null}",
                "4001 | {\"op\":\"identify\",\"token\":7}",
                "4001 | {\"op\":\"identify\",\"token\":\"a\"} {}",
                "4001 | {\"op\":\"dance\"}",
                "4001 | {\"op\":7}",
                "4001 | {\"op\":\"resume\",\"token\":\"a\",\"epoch\":\"b\",\"positions\":{\"messages/0\":\"1\"}}",
                "4001 | {\"op\":\"resume\",\"token\":\"a\",\"epoch\":\"b\",\"positions\":{\"messages/0\":1.5}}",
                "4001 | {\"op\":\"resume\",\"token\":\"a\",\"epoch\":\"b\",\"positions\":{\"messages/0\":null}}",
                "4001 | {\"op\":\"resume\",\"token\":\"a\",\"epoch\":\"b\",\"positions\":{\"messages/0\":-1}}",
                "4001 | {\"op\":\"presence\",\"activity\":\"dancing\",\"chosen\":\"automatic\"}",
                "4001 | {\"op\":\"presence\",\"activity\":0,\"chosen\":\"automatic\"}",
                "4001 | {\"op\":\"presence\",\"activity\":\"idle\"}",
                "4001 | {\"op\":\"watch\",\"userIds\":[]}",
                "4001 | {\"op\":\"watch\",\"userIds\":[null],\"channelIds\":[]}",
                "4001 | {\"op\":\"watch\",\"userIds\":[],\"channelIds\":[\"x\"]}",
                "4001 | {\"op\":\"typing\"}",
                "4001 | {\"op\":\"typing\",\"channelId\":\"x\"}",
                "4001 | {\"op\":\"typing\",\"channelId\":\"0198f1a0-0000-7000-8000-000000000004\",\"threadId\":5}",
                "4003 | {\"op\":\"watch\",\"userIds\":[],\"channelIds\":[]}",
                "4003 | {\"op\":\"presence\",\"activity\":\"idle\",\"chosen\":\"automatic\"}",
                "4003 | {\"op\":\"choose_presence\",\"chosen\":\"automatic\"}",
                "4003 | {\"op\":\"typing\",\"channelId\":\"0198f1a0-0000-7000-8000-000000000004\"}",
                "4003 | {\"op\":\"heartbeat\"}",
                "4003 | {\"op\":\"authenticate\",\"token\":\"a\"}"
            })
    void aMalformedFirstFrameIsRefused(int code, String frame) {
        try (var client = PushClient.connect(instance)) {
            client.sendText(frame);
            assertThat(client.closeCode()).isEqualTo(code);
        }
    }

    @Test
    void watchingMoreThanAThousandPeopleIsRefused() {
        try (var client = PushClient.identified(instance, ChatLog.someone())) {
            var many = Stream.generate(ChatLog::someone)
                    .limit(1_001)
                    .map(UserId::toString)
                    .toList();
            client.watch(many.subList(0, 1_000), List.of());
            client.await("presences");
            client.watch(many, List.of());
            assertThat(client.closeCode()).isEqualTo(4001);
        }
    }

    @Test
    void aHeartbeatBeforeDeliveryBeginsIsAnsweredOnceItDoes() {
        try (var client = PushClient.connect(instance)) {
            client.send("identify", Map.of("token", PushClient.token(ChatLog.someone())));
            client.send("heartbeat", Map.of());

            assertThat(client.takeUntil(frame -> isOf(frame, "heartbeat_ack"))).anyMatch(frame -> isOf(frame, "ready"));
        }
    }

    @Test
    void identifyingTwiceIsRefused() {
        var alice = ChatLog.someone();
        try (var client = PushClient.identified(instance, alice)) {
            client.send("identify", Map.of("token", PushClient.token(alice)));
            assertThat(client.closeCode()).isEqualTo(4001);
        }
    }

    @Test
    void aBinaryFrameIsRefused() {
        try (var client = PushClient.connect(instance)) {
            client.socket().sendBinary(ByteBuffer.allocate(5_000), true).join();
            assertThat(client.closeCode()).isEqualTo(4001);
        }
    }

    @Test
    void theFirstFrameMayHave8KilobytesAndNotMore() {
        var token = PushClient.token(ChatLog.someone());
        try (var client = PushClient.connect(instance)) {
            client.send("identify", Map.of("token", token, "x", "x".repeat(7_000)));
            client.await("caught_up");
        }
        try (var client = PushClient.connect(instance)) {
            client.send("identify", Map.of("token", token, "x", "x".repeat(8_200)));
            assertThat(client.closeCode()).isEqualTo(4008);
        }
        try (var unfinished = PushClient.connect(instance)) {
            unfinished.socket().sendText("x".repeat(8_200), false).join();
            assertThat(unfinished.closeCode()).isEqualTo(4008);
        }
    }

    @Test
    void aFrameMayHave64KilobytesAndNotMore() {
        try (var client = PushClient.identified(instance, ChatLog.someone())) {
            var largest = "{\"op\":\"heartbeat\",\"x\":\"" + "é".repeat(32_000) + "\"}";
            client.sendText(largest);
            client.await("heartbeat_ack");
            client.sendText("{\"op\":\"heartbeat\",\"x\":\"" + "é".repeat(33_000) + "\"}");
            assertThat(client.closeCode()).isEqualTo(4008);
        }
    }

    @Test
    void moreThan120FramesAMinuteAreRefused() {
        try (var client = PushClient.connect(instance)) {
            client.send("identify", Map.of("token", PushClient.token(ChatLog.someone())));
            client.await("caught_up");
            for (var i = 0; i < 119; i++) {
                client.send("heartbeat", Map.of());
            }
            for (var i = 0; i < 119; i++) {
                client.await("heartbeat_ack");
            }
            client.send("heartbeat", Map.of());
            assertThat(client.closeCode()).isEqualTo(4008);
        }
    }

    @Test
    void anEmptyPartOfAFrameCountsAsOne() {
        try (var client = PushClient.connect(instance)) {
            client.send("identify", Map.of("token", PushClient.token(ChatLog.someone())));
            client.await("caught_up");
            client.socket().sendText("{\"op\":\"heartbeat\"}", false).join();
            for (var i = 0; i < 118; i++) {
                client.socket().sendText("", false).join();
            }
            client.socket().sendText("", true).join();
            client.await("heartbeat_ack");
            client.socket().sendText("", false).join();
            assertThat(client.closeCode()).isEqualTo(4008);
        }
    }

    /** However many reads it takes until a frame is here, it is one. */
    @Test
    void aFrameThatArrivesInPiecesIsOne() throws IOException {
        try (var client = new HostileClient(instance)) {
            client.text("{\"op\":\"identify\",\"token\":\"" + PushClient.token(ChatLog.someone()) + "\"}");
            var heartbeat = "{\"op\":\"heartbeat\",\"x\":\"" + "x".repeat(60_000) + "\"}";
            for (var i = 0; i < 5; i++) {
                client.text(heartbeat).sendInPieces(400);
            }
            client.text("[]").send();
            assertThat(client.closeCode()).isEqualTo(4001);
        }
    }

    @Test
    void aUserHasOnlySoManyConnectionsAndGetsThemBack() {
        var alice = ChatLog.someone();
        try (var crowded = PushInstance.start("webchat.push.gateway.connections-per-user=2");
                var first = PushClient.identified(crowded, alice);
                var second = PushClient.identified(crowded, alice);
                var other = PushClient.identified(crowded, ChatLog.someone())) {
            try (var third = PushClient.connect(crowded)) {
                third.send("identify", Map.of("token", PushClient.token(alice)));
                assertThat(third.closeCode()).isEqualTo(4008);
            }
            first.cut();
            awaitConnections(crowded, 2);
            try (var again = PushClient.identified(crowded, alice)) {
                assertThat(again.heartbeat()).hasSize(1);
            }
            assertThat(second.heartbeat()).hasSize(1);
            assertThat(other.heartbeat()).hasSize(1);
        }
    }

    @Test
    void anAddressHasOnlySoManyConnections() {
        try (var crowded = PushInstance.start("webchat.push.gateway.connections-per-address=2");
                var first = PushClient.identified(crowded, ChatLog.someone());
                var second = PushClient.identified(crowded, ChatLog.someone());
                var third = PushClient.connect(crowded)) {
            assertThat(third.closeCode()).isEqualTo(4008);
            assertThat(first.heartbeat()).hasSize(1);
            second.cut();
            awaitConnections(crowded, 1);
            try (var again = PushClient.identified(crowded, ChatLog.someone())) {
                assertThat(again.heartbeat()).hasSize(1);
            }
        }
    }

    @Test
    void aSlowClientIsClosedAndCostsTheOthersNothing() {
        var alice = ChatLog.someone();
        var room = ChatLog.room(alice);
        var overflows = instance.bean(MeterRegistry.class)
                .get("webchat.push.queue.overflows")
                .counter();
        var before = overflows.count();
        try (var slow = PushClient.identified(instance, alice);
                var fast = PushClient.identified(instance, alice)) {
            slow.stopReading();
            var large = "x".repeat(100_000);
            for (var i = 0; i < 1_000 && overflows.count() == before; i++) {
                var content = large + i;
                ChatLog.post(room, alice, content);
                fast.takeUntil(frame -> PushClient.isContent(frame, content));
            }
            slow.readOn();
            assertThat(slow.closeCode()).isEqualTo(4010);
            ChatLog.post(room, alice, "without the slow one");
            fast.takeUntil(frame -> PushClient.isContent(frame, "without the slow one"));
            assertThat(fast.heartbeat()).hasSize(1);
        }
    }

    @Test
    void aForeignOriginIsRefusedAndAnAllowedOneIsNot() {
        open("https://chat.example.org").abort();
        assertThatThrownBy(() -> open("https://evil.example.org"))
                .isInstanceOf(CompletionException.class)
                .cause()
                .isInstanceOfSatisfying(
                        WebSocketHandshakeException.class,
                        e -> assertThat(e.getResponse().statusCode()).isEqualTo(403));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example.org",
                "http://chat.example.org",
                "null",
                "no origin",
                "http://[",
                "https://x:y"
            })
    void anOriginThatIsNotAllowedIsToldSo(String origin) throws IOException {
        var request = String.join(
                "\r\n",
                "GET /ws HTTP/1.1",
                "Host: 127.0.0.1:" + strict.port(),
                "Connection: Upgrade",
                "Upgrade: websocket",
                "Origin: " + origin,
                "Sec-WebSocket-Version: 13",
                "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
                "",
                "");
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), strict.port())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(US_ASCII));
            var answer = new StringBuilder();
            var reader = new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII));
            while (answer.indexOf("}") < 0) {
                answer.append(reader.readLine()).append('\n');
            }
            assertThat(answer)
                    .startsWith("HTTP/1.1 403")
                    .contains("application/problem+json", "urn:webchat:problem:origin-not-allowed");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /{ HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
                "GET /ws HTTP/1.1\r\n\r\n",
                "GET /ws HTTP/1.1\r\nHost: localhost\r\nContent-Length: x\r\n\r\n",
                "GET /%zz HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET /ws HTTP/1.0\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
                        + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n",
                "TRACE /ws HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
            })
    void whatTheContainerRefusesByItselfIsAProblemToo(String request) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), instance.port())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(US_ASCII));
            assertThat(new String(socket.getInputStream().readAllBytes(), US_ASCII))
                    .startsWith("HTTP/1.1 4")
                    .contains("application/problem+json", "urn:webchat:problem:");
        }
    }

    @Test
    void compressionIsNotNegotiated() throws IOException {
        var request = String.join(
                "\r\n",
                "GET /ws HTTP/1.1",
                "Host: 127.0.0.1:" + instance.port(),
                "Connection: Upgrade",
                "Upgrade: websocket",
                "Sec-WebSocket-Version: 13",
                "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
                "Sec-WebSocket-Extensions: permessage-deflate; client_max_window_bits",
                "",
                "");
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), instance.port())) {
            socket.getOutputStream().write(request.getBytes(US_ASCII));
            var answer = new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII));
            var head = Stream.generate(() -> line(answer))
                    .takeWhile(line -> !line.isEmpty())
                    .toList();
            assertThat(head.getFirst()).contains("101");
            assertThat(head).noneMatch(line -> line.toLowerCase(Locale.ROOT).startsWith("sec-websocket-extensions"));
        }
    }

    private static void awaitConnections(PushInstance instance, int number) {
        var gauge = instance.bean(MeterRegistry.class)
                .get("webchat.push.connections")
                .gauge();
        await().until(gauge::value, connections -> connections == number);
    }

    private static boolean isOf(JsonNode frame, String op) {
        return frame.path("op").stringValue().equals(op);
    }

    private static String line(BufferedReader reader) {
        try {
            return reader.readLine();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static WebSocket open(String origin) {
        return HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .header("Origin", origin)
                .buildAsync(URI.create("ws://127.0.0.1:" + strict.port() + "/ws"), new WebSocket.Listener() {})
                .join();
    }
}
