package io.webchat.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.webchat.domain.structure.ChannelId;
import io.webchat.domain.structure.ConversationEvent;
import io.webchat.domain.structure.MemberEvent;
import io.webchat.domain.structure.ServerId;
import io.webchat.domain.user.UserId;
import io.webchat.log.Ids;
import io.webchat.standalone.engine.EmbeddedRedis;
import io.webchat.test.Infrastructure;
import io.webchat.test.SlowLink;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.data.redis.core.StringRedisTemplate;
import tools.jackson.databind.JsonNode;

/** Who is there, over two instances: Alice looks at one, Ben is at the other. */
class PresenceTest {
    private static final String[] QUICK = {"webchat.push.presence.time-to-live=9s", "webchat.push.presence.grace=100ms"
    };

    private static PushInstance one;
    private static PushInstance other;

    private UserId alice;
    private UserId ben;
    private ChatLog.Room room;

    @BeforeAll
    static void start() {
        one = PushInstance.start(QUICK);
        other = PushInstance.start(QUICK);
    }

    @AfterAll
    static void stop() {
        one.close();
        other.close();
    }

    @BeforeEach
    void twoMembersOfAServer() {
        alice = ChatLog.someone();
        ben = ChatLog.someone();
        room = ChatLog.room(alice);
        ChatLog.join(room, ben);
        Stream.of(one, other).forEach(PushClient::awaitDelivered);
    }

    @Test
    void whoComesAndGoesIsSeenAtAnotherInstance() {
        try (var looking = watching(one, alice, ben);
                var device = PushClient.identified(other, ben)) {
            device.present("active", "automatic");
            awaitChange(looking, ben, "online");
            device.present("idle", "automatic");
            awaitChange(looking, ben, "idle");
            device.present("active", "automatic");
            awaitChange(looking, ben, "online");
            device.cut();
            awaitChange(looking, ben, "offline");
        }
    }

    @Test
    void whoeverIsThereAlreadyIsToldAtOnce() {
        try (var device = PushClient.identified(other, ben)) {
            device.present("idle", "automatic");
            device.await("own_presence");
            try (var looking = PushClient.identified(one, alice)) {
                looking.watch(List.of(ben, alice), List.of());
                assertThat(seen(looking.await("presences"))).containsExactly(Map.entry(ben, "idle"));
            }
        }
    }

    @Test
    void aConnectionThatSaysNothingIsNobodyBeingThere() {
        try (var looking = watching(one, alice, ben);
                var silent = PushClient.identified(other, ben);
                var device = PushClient.identified(other, ben)) {
            device.present("idle", "automatic");
            // Idle and not online: the silent one does not count.
            awaitChange(looking, ben, "idle");
            assertThat(silent.heartbeat()).extracting(frame -> op(frame)).doesNotContain("presence_changed");
        }
    }

    @Test
    void severalDevicesAtSeveralInstancesAreOnePerson() {
        try (var looking = watching(one, alice, ben);
                var phone = PushClient.identified(one, ben);
                var laptop = PushClient.identified(other, ben)) {
            phone.present("idle", "automatic");
            awaitChange(looking, ben, "idle");
            laptop.present("active", "automatic");
            awaitChange(looking, ben, "online");
            laptop.cut();
            awaitChange(looking, ben, "idle");
            phone.cut();
            awaitChange(looking, ben, "offline");
        }
    }

    @Test
    void whatIsChosenHoldsForAllDevicesAndWinsOverThem() {
        try (var looking = watching(one, alice, ben);
                var phone = PushClient.identified(one, ben);
                var laptop = PushClient.identified(other, ben)) {
            phone.present("active", "automatic");
            awaitChange(looking, ben, "online");
            // Idle from the start: were it active first, the instance looked at could hear of that after both are idle.
            laptop.present("idle", "automatic");
            assertThat(chosen(phone)).isEqualTo("automatic");
            assertThat(chosen(laptop)).isEqualTo("automatic");

            phone.present("idle", "automatic");
            awaitChange(looking, ben, "idle");

            phone.send("choose_presence", Map.of("chosen", "do-not-disturb"));
            awaitChange(looking, ben, "do-not-disturb");
            assertThat(chosen(laptop)).isEqualTo("do-not-disturb");

            laptop.send("choose_presence", Map.of("chosen", "invisible"));
            awaitChange(looking, ben, "offline");
            assertThat(chosen(phone)).isEqualTo("do-not-disturb");
            assertThat(chosen(phone)).isEqualTo("invisible");

            phone.send("choose_presence", Map.of("chosen", "automatic"));
            awaitChange(looking, ben, "idle");
        }
    }

    @Test
    void whatAClientRemembersCountsWhereNothingElseIsKnown() {
        try (var looking = watching(one, alice, ben)) {
            try (var first = PushClient.identified(other, ben)) {
                first.present("active", "do-not-disturb");
                // Never online: there is no moment at which the choice is not known.
                awaitChange(looking, ben, "do-not-disturb");
            }
            awaitChange(looking, ben, "offline");
            try (var second = PushClient.identified(one, ben)) {
                second.present("active", "invisible");
                assertThat(chosen(second)).isEqualTo("do-not-disturb");
                awaitChange(looking, ben, "do-not-disturb");
            }
        }
    }

    @Test
    void whoIsBackSoonWasNeverAway() {
        try (var patient = PushInstance.start("webchat.push.presence.grace=1h");
                var looking = watching(patient, alice, ben)) {
            var device = PushClient.identified(patient, ben);
            device.present("active", "automatic");
            awaitChange(looking, ben, "online");
            device.cut();
            try (var again = PushClient.identified(patient, ben)) {
                again.present("active", "automatic");
                again.await("own_presence");
                again.present("idle", "automatic");
                again.send("choose_presence", Map.of("chosen", "do-not-disturb"));
                awaitChange(looking, ben, "do-not-disturb");
            }
        }
    }

    @Test
    void aStrangerSeesNothing() {
        var stranger = ChatLog.someone();
        try (var device = PushClient.identified(other, ben);
                var looking = watching(one, alice, ben);
                var prying = watching(one, stranger, ben)) {
            device.present("active", "automatic");
            awaitChange(looking, ben, "online");
            assertThat(prying.heartbeat()).extracting(frame -> op(frame)).containsExactly("heartbeat_ack");
            prying.watch(List.of(ben), List.of());
            assertThat(seen(prying.await("presences"))).isEmpty();
        }
    }

    @Test
    void nothingIsKeptOfStrangersWhoAreWatched() {
        var watched = one.bean(MeterRegistry.class)
                .get("webchat.push.presence.watched")
                .gauge();
        await().until(watched::value, people -> people == 0);
        var strangers = Stream.generate(ChatLog::someone).limit(500);
        try (var looking = PushClient.identified(one, alice)) {
            looking.watch(Stream.concat(strangers, Stream.of(ben)).toList(), List.of());
            looking.await("presences");
            assertThat(watched.value()).isEqualTo(1);
        }
    }

    @Test
    void whoIsSeenOnlyLaterIsToldOfThen() {
        var cleo = ChatLog.someone();
        try (var device = PushClient.identified(other, ben);
                var friend = watching(one, alice, ben);
                var looking = watching(one, cleo, ben)) {
            device.present("active", "automatic");
            awaitChange(friend, ben, "online");
            assertThat(looking.heartbeat()).extracting(frame -> op(frame)).containsExactly("heartbeat_ack");

            ChatLog.join(room, cleo);
            awaitChange(looking, ben, "online");
            device.present("idle", "automatic");
            awaitChange(looking, ben, "idle");
        }
    }

    @Test
    void whoIsWatchedByNobodyElseIsToldOfOnceTheyAreSeen() {
        var cleo = ChatLog.someone();
        try (var device = PushClient.identified(other, ben);
                var looking = watching(one, cleo, ben)) {
            device.present("idle", "automatic");
            device.await("own_presence");
            ChatLog.join(room, cleo);
            awaitChange(looking, ben, "idle");
        }
    }

    @Test
    void ofStrangersWhoAreWatchedNoMoreThanTwoHundredAreToldOfLater() {
        var watched = one.bean(MeterRegistry.class)
                .get("webchat.push.presence.watched")
                .gauge();
        await().until(watched::value, people -> people == 0);
        var strangers = Stream.generate(ChatLog::someone).limit(210).toList();
        try (var looking = PushClient.identified(one, alice)) {
            looking.watch(strangers, List.of());
            looking.await("presences");
            strangers.forEach(stranger -> ChatLog.join(room, stranger));
            PushClient.awaitDelivered(one);
            // For longer than it takes to look again.
            await().during(Duration.ofSeconds(5))
                    .atMost(Duration.ofSeconds(60))
                    .until(watched::value, people -> people == 200);
        }
    }

    @Test
    void whoSharesAConversationSees() {
        var stranger = ChatLog.someone();
        try (var device = PushClient.identified(other, ben);
                var friend = PushClient.identified(one, stranger)) {
            ChatLog.append(new ConversationEvent.PairStarted(
                    new ServerId(Ids.fresh()),
                    new ChannelId(Ids.fresh()),
                    List.of(stranger, ben),
                    stranger,
                    Instant.now()));
            friend.await("subscribed");
            friend.watch(List.of(ben), List.of());
            friend.await("presences");
            device.present("active", "automatic");
            awaitChange(friend, ben, "online");
        }
    }

    @Test
    void whoLosesSightHearsNothingMore() {
        var cleo = ChatLog.someone();
        ChatLog.join(room, cleo);
        try (var device = PushClient.identified(other, ben);
                var staying = watching(one, cleo, ben);
                var kicked = watching(one, alice, ben)) {
            device.present("active", "automatic");
            awaitChange(kicked, ben, "online");
            awaitChange(staying, ben, "online");

            ChatLog.append(new MemberEvent.Kicked(room.server(), alice, ben, Instant.now()));
            kicked.await("unsubscribed");
            device.present("idle", "automatic");

            awaitChange(staying, ben, "idle");
            assertThat(kicked.heartbeat()).extracting(frame -> op(frame)).containsExactly("heartbeat_ack");
        }
    }

    @Test
    void whoIsNotWatchedAnyMoreIsNotTold() {
        try (var device = PushClient.identified(other, ben);
                var looking = watching(one, alice, ben);
                var turningAway = watching(one, alice, ben)) {
            turningAway.watch(List.of(), List.of());
            turningAway.await("presences");
            device.present("active", "automatic");
            awaitChange(looking, ben, "online");
            assertThat(turningAway.heartbeat()).extracting(frame -> op(frame)).containsExactly("heartbeat_ack");
        }
    }

    @Test
    void theDevicesOfAnInstanceThatEndedAreGoneInTime() {
        try (var looking = watching(one, alice, ben)) {
            var dying =
                    PushInstance.start("webchat.push.presence.time-to-live=1500ms", "webchat.push.presence.grace=1h");
            try (var device = PushClient.identified(dying, ben)) {
                device.present("active", "automatic");
                awaitChange(looking, ben, "online");
                // It takes nothing back: that is what its devices have a time to live for.
                dying.close();
                awaitChange(looking, ben, "offline");
            }
        }
    }

    @Test
    void theDevicesOfAKilledInstanceAreGoneInTime(@TempDir Path folder) throws Exception {
        try (var dying = PushProcess.start(
                        folder, "webchat.push.presence.time-to-live=1500ms", "webchat.push.presence.grace=1h");
                var looking = watching(one, alice, ben);
                var device = PushClient.identified(dying, ben)) {
            device.present("active", "automatic");
            awaitChange(looking, ben, "online");
            dying.kill();
            awaitChange(looking, ben, "offline");
        }
    }

    @Test
    void withoutRedisMessagesArriveAndPresenceComesBackWithIt(@TempDir Path folder) {
        var redis = EmbeddedRedis.start(folder, 0);
        var port = URI.create(redis.uri()).getPort();
        String[] settings = {
            "REDIS_URL=" + redis.uri(), "webchat.push.presence.time-to-live=4s", "webchat.push.presence.grace=100ms"
        };
        try (var here = PushInstance.start(settings);
                var there = PushInstance.start(settings);
                var looking = watching(here, alice, ben);
                var device = PushClient.identified(there, ben)) {
            device.present("active", "automatic");
            awaitChange(looking, ben, "online");

            redis.close();
            ChatLog.post(room, ben, "still here");
            looking.takeUntil(frame -> PushClient.isContent(frame, "still here"));
            awaitChange(looking, ben, "offline");
            device.present("idle", "automatic");
            device.send("typing", Map.of("channelId", room.channel().toString()));
            device.heartbeat();

            redis = EmbeddedRedis.start(folder.resolve("anew"), port);
            awaitChange(looking, ben, "idle");
            device.present("active", "automatic");
            awaitChange(looking, ben, "online");
        } finally {
            redis.close();
        }
    }

    @Test
    void anInstanceStartsWithoutRedisAndFindsItLater(@TempDir Path folder) {
        var redis = EmbeddedRedis.start(folder, 0);
        var port = URI.create(redis.uri()).getPort();
        redis.close();
        try (var instance = PushInstance.start("REDIS_URL=" + redis.uri(), QUICK[0], QUICK[1]);
                var looking = watching(instance, alice, ben);
                var device = PushClient.identified(instance, ben)) {
            device.present("active", "automatic");
            ChatLog.post(room, ben, "hello");
            looking.takeUntil(frame -> PushClient.isContent(frame, "hello"));

            redis = EmbeddedRedis.start(folder, port);
            awaitChange(looking, ben, "online");
        } finally {
            redis.close();
        }
    }

    @Test
    void whatAnotherVersionHasWrittenOfSomebodyHoldsUpNobodyElse() {
        var cleo = ChatLog.someone();
        ChatLog.join(room, cleo);
        var redis = one.bean(StringRedisTemplate.class);
        redis.opsForValue().set("webchat:presence:{%s}:chosen".formatted(cleo), "in-a-meeting");
        try (var looking = PushClient.identified(one, alice);
                var device = PushClient.identified(other, ben)) {
            device.present("active", "automatic");
            looking.watch(List.of(cleo, ben), List.of());

            looking.takeUntil(frame -> frame.toString().contains(ben.toString())
                    && frame.toString().contains("online"));
            device.present("idle", "automatic");
            awaitChange(looking, ben, "idle");
        }
    }

    @Test
    void connectionsToRedisThatTheNetworkHasForgottenAreMadeAnew() throws IOException {
        try (var link = new SlowLink()) {
            link.to(URI.create(Infrastructure.shared().redisUrl()).getPort());
            try (var instance = PushInstance.start(
                            "REDIS_URL=redis://127.0.0.1:" + link.port(),
                            "webchat.probe-interval=500ms",
                            QUICK[0],
                            QUICK[1]);
                    var looking = watching(instance, alice, ben);
                    var device = PushClient.identified(other, ben)) {
                device.present("active", "automatic");
                awaitChange(looking, ben, "online");

                link.forgetConnections();
                device.present("idle", "automatic");
                awaitChange(looking, ben, "idle");
            }
        }
    }

    private static PushClient watching(PushInstance instance, UserId viewer, UserId watched) {
        var client = PushClient.identified(instance, viewer);
        client.watch(List.of(watched), List.of());
        client.await("presences");
        return client;
    }

    /** The next change of anybody is this one. */
    private static void awaitChange(PushClient looking, UserId user, String status) {
        var change = looking.await("presence_changed");
        assertThat(change.path("userId").stringValue()).isEqualTo(user.toString());
        assertThat(change.path("status").stringValue()).isEqualTo(status);
    }

    private static String chosen(PushClient device) {
        return device.await("own_presence").path("chosen").stringValue();
    }

    private static List<Map.Entry<UserId, String>> seen(JsonNode presences) {
        return presences
                .path("users")
                .valueStream()
                .map(user -> Map.entry(
                        UserId.parse(user.path("userId").stringValue()),
                        user.path("status").stringValue()))
                .toList();
    }

    private static String op(JsonNode frame) {
        return frame.path("op").stringValue();
    }
}
