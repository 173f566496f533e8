package io.webchat.push;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.webchat.domain.user.UserId;
import io.webchat.log.Ids;
import io.webchat.standalone.engine.EmbeddedRedis;
import io.webchat.support.session.EndedSessions;
import io.webchat.test.Infrastructure;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.StringRedisTemplate;
import tools.jackson.databind.JsonNode;

/** Sockets end with the session whose access token opened them, at every instance. */
class EndedSessionTest {
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(60);

    private static PushInstance one;
    private static PushInstance other;

    private final UserId alice = ChatLog.someone();
    private final String phone = Ids.fresh().toString();
    private final String laptop = Ids.fresh().toString();

    @BeforeAll
    static void start() {
        one = PushInstance.start();
        other = PushInstance.start();
    }

    @AfterAll
    static void stop() {
        one.close();
        other.close();
    }

    @Test
    void allSocketsOfASessionEndWithItAndNoOthers() {
        var room = ChatLog.room(alice);
        try (var here = PushClient.identified(one, alice, phone);
                var there = PushClient.identified(other, alice, phone);
                var staying = PushClient.identified(one, alice, laptop);
                var stayingToo = PushClient.identified(other, alice, laptop)) {
            end(phone);

            assertThat(here.closeCode()).isEqualTo(4012);
            assertThat(there.closeCode()).isEqualTo(4012);
            ChatLog.post(room, alice, "still here");
            for (var client : List.of(staying, stayingToo)) {
                client.takeUntil(frame -> PushClient.isContent(frame, "still here"));
            }
            assertThat(contents(here)).doesNotContain("still here");
        }
    }

    @Test
    void severalSessionsEndAtOnce() {
        try (var first = PushClient.identified(one, alice, phone);
                var second = PushClient.identified(other, alice, laptop)) {
            end(phone, laptop);

            assertThat(first.closeCode()).isEqualTo(4012);
            assertThat(second.closeCode()).isEqualTo(4012);
        }
    }

    @Test
    void anAccessTokenOpensNothingOnceItsSessionHasEnded() {
        var token = PushClient.token(alice, phone);
        try (var ended = PushClient.identified(one, alice, phone)) {
            end(phone);
            assertThat(ended.closeCode()).isEqualTo(4012);
            try (var identifying = PushClient.connect(one);
                    var resuming = PushClient.connect(one)) {
                // What is still queued when a connection is closed is not sent.
                identifying.await("hello");
                resuming.await("hello");
                identifying.send("identify", Map.of("token", token));
                resuming.send("resume", Map.of("token", token, "epoch", ended.epoch(), "positions", ended.positions()));

                assertThat(List.of(identifying, resuming)).allSatisfy(client -> {
                    assertThat(client.closeCode()).isEqualTo(4012);
                    assertThat(client.takeArrived()).isEmpty();
                });
            }
            try (var renewing = PushClient.identified(one, alice, laptop)) {
                renewing.send("authenticate", Map.of("token", token));
                assertThat(renewing.closeCode()).isEqualTo(4012);
            }
        }
    }

    @Test
    void aSocketThatGoesOnWithAnotherLoginOutlivesTheOneThatOpenedIt() {
        try (var changing = PushClient.identified(one, alice, phone);
                var staying = PushClient.identified(one, alice, phone)) {
            changing.send("authenticate", Map.of("token", PushClient.token(alice, laptop)));
            changing.await("authenticated");
            end(phone);

            assertThat(staying.closeCode()).isEqualTo(4012);
            assertThat(changing.heartbeat()).extracting(EndedSessionTest::op).contains("heartbeat_ack");
        }
    }

    @Test
    void anInstanceThatStartsLaterKnowsToo() {
        end(phone);
        try (var later = PushInstance.start();
                var client = PushClient.connect(later)) {
            client.send("identify", Map.of("token", PushClient.token(alice, phone)));
            assertThat(client.closeCode()).isEqualTo(4012);
        }
    }

    @Test
    void whatEndedWhileRedisWasAwayIsFoundOnceItIsBack(@TempDir Path folder) {
        var redis = EmbeddedRedis.start(folder, 0);
        var port = URI.create(redis.uri()).getPort();
        try (var instance = PushInstance.start("REDIS_URL=" + redis.uri(), "webchat.push.gateway.heartbeat=10m");
                var ended = PushClient.identified(instance, alice, phone);
                var staying = PushClient.identified(instance, alice, laptop)) {
            redis.close();
            // Nobody is connected when it is told, so it is heard by none.
            redis = EmbeddedRedis.start(folder.resolve("aside"), 0);
            endIn(redis.uri(), phone);
            redis.close();
            redis = EmbeddedRedis.start(folder.resolve("aside"), port);

            await().atMost(LONG_ENOUGH).until(ended::isClosed);
            assertThat(ended.closeCode()).isEqualTo(4012);
            assertThat(staying.heartbeat()).extracting(EndedSessionTest::op).contains("heartbeat_ack");
        } finally {
            redis.close();
        }
    }

    /** As auth-service tells it. */
    private static void end(String... sessions) {
        endIn(Infrastructure.shared().redisUrl(), sessions);
    }

    private static void endIn(String redis, String... sessions) {
        var url = URI.create(redis);
        var connection = new LettuceConnectionFactory(url.getHost(), url.getPort());
        connection.afterPropertiesSet();
        connection.start();
        try {
            var now = Instant.now();
            var until = now.plus(Duration.ofMinutes(10));
            new EndedSessions(new StringRedisTemplate(connection))
                    .add(Arrays.stream(sessions).collect(toMap(session -> session, session -> until)), now);
        } finally {
            connection.destroy();
        }
    }

    private static List<String> contents(PushClient client) {
        return PushClient.contents(client.takeArrived());
    }

    private static String op(JsonNode frame) {
        return frame.path("op").stringValue();
    }
}
