package io.webchat.push;

import static io.webchat.push.PushClient.contents;
import static io.webchat.push.PushClient.isContent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.webchat.domain.message.MessageId;
import io.webchat.domain.structure.ChannelEvent;
import io.webchat.domain.structure.ChannelId;
import io.webchat.domain.structure.ConversationEvent;
import io.webchat.domain.structure.MemberEvent;
import io.webchat.domain.structure.ServerId;
import io.webchat.log.Ids;
import io.webchat.log.LogEpoch;
import io.webchat.log.Topic;
import io.webchat.support.consistency.ConsistencyTokens;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class DeliveryTest {
    private final PushInstance instance = PushInstance.usual();

    @Test
    void aMessageReachesTheMembersOnEveryInstance() {
        var alice = ChatLog.someone();
        var bob = ChatLog.someone();
        var room = ChatLog.room(alice);
        ChatLog.join(room, bob);
        try (var a = PushClient.identified(instance, alice);
                var b = PushClient.identified(PushInstance.forgetful(), bob)) {
            var appended = ChatLog.post(room, alice, "héllo \"wörld\" 👋");

            for (var client : List.of(a, b)) {
                var event = client.await("event");
                assertThat(event.path("stream").stringValue()).isEqualTo("messages/" + appended.partition());
                assertThat(event.path("offset").longValue()).isEqualTo(appended.offset());
                assertThat(event.path("type").stringValue()).isEqualTo("webchat.message.posted.v1");
                assertThat(isContent(event, "héllo \"wörld\" 👋")).isTrue();
            }
        }
    }

    @Test
    void readyNamesEveryStreamAndCarriesATokenThatCoversThem() {
        var alice = ChatLog.someone();
        try (var client = PushClient.connect(instance)) {
            assertThat(client.next().path("heartbeatMillis").intValue()).isEqualTo(25_000);
            client.send("identify", Map.of("token", PushClient.token(alice)));

            var ready = client.next();

            assertThat(ready.path("op").stringValue()).isEqualTo("ready");
            assertThat(ready.path("user").path("userId").stringValue()).isEqualTo(alice.toString());
            assertThat(ready.path("epoch").stringValue())
                    .isEqualTo(instance.bean(LogEpoch.class).value());
            assertThat(client.positions()).hasSize(4 * Topic.PARTITIONS);
            var covered = instance.bean(ConsistencyTokens.class)
                    .decode(alice, List.of(ready.path("token").stringValue()));
            assertThat(covered.positions()).isEqualTo(client.positions());
            assertThat(client.next().path("op").stringValue()).isEqualTo("caught_up");
        }
    }

    @Test
    void whatSomebodyHasReadReachesAllTheirDevicesAndNobodyElse() {
        var alice = ChatLog.someone();
        var bob = ChatLog.someone();
        var room = ChatLog.room(alice);
        ChatLog.join(room, bob);
        try (var phone = PushClient.identified(instance, alice);
                var desk = PushClient.identified(PushInstance.forgetful(), alice);
                var other = PushClient.identified(instance, bob)) {
            var appended = ChatLog.read(room, alice, 7);
            ChatLog.post(room, alice, "after it");

            for (var client : List.of(phone, desk)) {
                var event = client.takeUntil(
                                frame -> frame.path("stream").stringValue("").startsWith("reads/"))
                        .getLast();
                assertThat(event.path("stream").stringValue()).isEqualTo("reads/" + appended.partition());
                assertThat(event.path("offset").longValue()).isEqualTo(appended.offset());
                assertThat(event.path("type").stringValue()).isEqualTo("webchat.channel.read.v1");
                assertThat(event.path("data").path("number").longValue()).isEqualTo(7);
            }
            assertThat(other.takeUntil(frame -> isContent(frame, "after it"))).hasSize(1);
            assertThat(other.heartbeat()).hasSize(1);
        }
    }

    @Test
    void aProfileReachesWhoeverMeetsThePersonOnceAndNobodyElse() {
        var alice = ChatLog.someone();
        var bob = ChatLog.someone();
        var stranger = ChatLog.someone();
        var rooms = List.of(ChatLog.room(alice), ChatLog.room(alice));
        rooms.forEach(room -> ChatLog.join(room, bob));
        var strangersOwn = ChatLog.room(stranger);
        try (var own = PushClient.identified(instance, alice);
                var near = PushClient.identified(PushInstance.forgetful(), bob);
                var far = PushClient.identified(instance, stranger)) {
            var appended = ChatLog.rename(alice, "Alice Liddell");

            for (var client : List.of(own, near)) {
                var event = client.takeUntil(DeliveryTest::isProfile).getLast();
                assertThat(event.path("stream").stringValue()).isEqualTo("users/" + appended.partition());
                assertThat(event.path("offset").longValue()).isEqualTo(appended.offset());
                assertThat(event.path("type").stringValue()).isEqualTo("webchat.user.profile-changed.v1");
                assertThat(event.path("data").path("displayName").stringValue()).isEqualTo("Alice Liddell");
                assertThat(client.heartbeat()).noneMatch(DeliveryTest::isProfile);
            }
            ChatLog.post(strangersOwn, stranger, "own");
            assertThat(far.takeUntil(frame -> isContent(frame, "own"))).noneMatch(DeliveryTest::isProfile);
            assertThat(far.heartbeat()).noneMatch(DeliveryTest::isProfile);
        }
    }

    @Test
    void whoHasLeftHearsNoMoreOfTheProfilesOfThoseWhoStay() {
        var alice = ChatLog.someone();
        var bob = ChatLog.someone();
        var room = ChatLog.room(alice);
        ChatLog.join(room, bob);
        try (var former = PushClient.identified(instance, bob);
                var own = PushClient.identified(instance, alice)) {
            ChatLog.append(new MemberEvent.Left(room.server(), bob, Instant.parse("2026-01-31T12:34:56.789Z")));
            former.await("unsubscribed");
            ChatLog.rename(alice, "Alice Liddell");

            own.takeUntil(DeliveryTest::isProfile);
            assertThat(former.heartbeat()).noneMatch(DeliveryTest::isProfile);
        }
    }

    @Test
    void whoIsNoMemberGetsNothing() {
        var alice = ChatLog.someone();
        var stranger = ChatLog.someone();
        var room = ChatLog.room(alice);
        var strangersOwn = ChatLog.room(stranger);
        try (var client = PushClient.identified(instance, stranger)) {
            ChatLog.post(room, alice, "private");
            ChatLog.join(room, ChatLog.someone());
            ChatLog.post(strangersOwn, stranger, "own");

            var seen = client.takeUntil(frame -> isContent(frame, "own"));
            assertThat(seen).hasSize(1);
            assertThat(client.heartbeat()).hasSize(1);
        }
    }

    @Test
    void joiningStartsDeliveryAndSaysFromWhereOn() {
        var alice = ChatLog.someone();
        var bob = ChatLog.someone();
        var room = ChatLog.room(alice);
        try (var client = PushClient.identified(instance, bob);
                var member = PushClient.identified(instance, alice)) {
            ChatLog.post(room, alice, "before");
            member.takeUntil(frame -> isContent(frame, "before"));
            var joined = ChatLog.join(room, bob);
            ChatLog.post(room, alice, "after");

            var frames = client.takeUntil(frame -> isContent(frame, "after"));

            assertThat(frames).hasSize(3);
            assertThat(frames.get(0).path("type").stringValue()).isEqualTo("webchat.member.joined.v1");
            assertThat(frames.get(1).path("op").stringValue()).isEqualTo("subscribed");
            assertThat(frames.get(1).path("serverId").stringValue())
                    .isEqualTo(room.server().toString());
            var covered = instance.bean(ConsistencyTokens.class)
                    .decode(bob, List.of(frames.get(1).path("token").stringValue()));
            assertThat(covered.nextOffset("structure/" + joined.partition())).hasValue(joined.offset() + 1);
        }
    }

    @Test
    void aKickEndsDeliveryAndSaysSo() {
        var alice = ChatLog.someone();
        var bob = ChatLog.someone();
        var room = ChatLog.room(alice);
        ChatLog.join(room, bob);
        try (var client = PushClient.identified(instance, bob);
                var member = PushClient.identified(instance, alice)) {
            ChatLog.append(new MemberEvent.Kicked(room.server(), bob, alice, Instant.now()));
            ChatLog.post(room, alice, "after");
            member.takeUntil(frame -> isContent(frame, "after"));

            var frames =
                    client.takeUntil(frame -> frame.path("op").stringValue("").equals("unsubscribed"));
            assertThat(frames.get(frames.size() - 2).path("type").stringValue()).isEqualTo("webchat.member.kicked.v1");
            ChatLog.join(room, bob);
            ChatLog.post(room, alice, "back");
            var later = client.takeUntil(frame -> isContent(frame, "back"));
            assertThat(later).noneMatch(frame -> isContent(frame, "after"));
        }
    }

    @Test
    void aPrivateChannelIsHeardByThoseWhoSeeItOnly() {
        var alice = ChatLog.someone();
        var bob = ChatLog.someone();
        var room = ChatLog.room(alice);
        ChatLog.join(room, bob);
        var secret = new ChatLog.Room(room.server(), new ChannelId(Ids.fresh()));
        try (var client = PushClient.identified(instance, bob);
                var member = PushClient.identified(instance, alice)) {
            ChatLog.append(new ChannelEvent.Created(
                    room.server(), secret.channel(), "secret", alice, Instant.now(), null, null, true));
            member.takeUntil(frame -> frame.path("type").stringValue("").equals("webchat.channel.created.v1"));
            ChatLog.post(secret, alice, "psst");
            member.takeUntil(frame -> isContent(frame, "psst"));
            ChatLog.post(room, alice, "open");

            var frames = client.takeUntil(frame -> isContent(frame, "open"));
            assertThat(frames)
                    .noneMatch(
                            frame -> frame.toString().contains(secret.channel().toString()));
        }
    }

    @Test
    void aConversationReachesItsPeopleOnEveryInstanceAndNobodyElse() {
        var alice = ChatLog.someone();
        var bob = ChatLog.someone();
        var eve = ChatLog.someone();
        var room = ChatLog.room(alice);
        ChatLog.join(room, bob);
        ChatLog.join(room, eve);
        var pair = new ChatLog.Room(new ServerId(Ids.fresh()), new ChannelId(Ids.fresh()));
        try (var a = PushClient.identified(instance, alice);
                var b = PushClient.identified(PushInstance.forgetful(), bob);
                var e = PushClient.identified(instance, eve)) {
            ChatLog.append(new ConversationEvent.PairStarted(
                    pair.server(), pair.channel(), List.of(alice, bob), alice, Instant.now()));
            ChatLog.post(pair, alice, "just us");
            ChatLog.post(pair, bob, "yes");

            for (var client : List.of(a, b)) {
                // Its instance may not have been there yet when it came, and then it hears of the room too.
                var frames = client.takeUntil(frame -> isContent(frame, "yes")).stream()
                        .filter(frame -> frame.toString().contains(pair.server().toString()))
                        .toList();
                assertThat(frames.get(0).path("type").stringValue()).isEqualTo("webchat.conversation.pair-started.v1");
                assertThat(frames.get(1).path("op").stringValue()).isEqualTo("subscribed");
                assertThat(contents(frames)).containsExactly("just us", "yes");
            }
            ChatLog.post(room, alice, "everybody");
            assertThat(e.takeUntil(frame -> isContent(frame, "everybody")))
                    .noneMatch(frame -> frame.toString().contains(pair.server().toString()));
        }
    }

    @Test
    void whoIsBroughtIntoAGroupHearsItFromThenOnAndWhoLeavesNoMore() {
        var alice = ChatLog.someone();
        var bob = ChatLog.someone();
        var cleo = ChatLog.someone();
        var group = new ChatLog.Room(new ServerId(Ids.fresh()), new ChannelId(Ids.fresh()));
        ChatLog.append(new ConversationEvent.GroupStarted(
                group.server(), group.channel(), List.of(alice, bob), null, alice, Instant.now()));
        try (var a = PushClient.identified(instance, alice);
                var b = PushClient.identified(instance, bob);
                var c = PushClient.identified(instance, cleo)) {
            ChatLog.post(group, alice, "before");
            b.takeUntil(frame -> isContent(frame, "before"));
            ChatLog.append(new ConversationEvent.MemberAdded(group.server(), cleo, alice, Instant.now()));
            ChatLog.post(group, alice, "welcome");
            assertThat(contents(c.takeUntil(frame -> isContent(frame, "welcome"))))
                    .containsExactly("welcome");

            ChatLog.append(new MemberEvent.Left(group.server(), bob, Instant.now()));
            b.takeUntil(frame -> frame.path("op").stringValue("").equals("unsubscribed"));
            ChatLog.post(group, alice, "without bob");
            a.takeUntil(frame -> isContent(frame, "without bob"));
            assertThat(contents(b.heartbeat())).isEmpty();
        }
    }

    @Test
    void whoHadJoinedBeforeAMessageWasAuthorisedGetsItAlthoughTheJoinArrivesLater() {
        var alice = ChatLog.someone();
        var bob = ChatLog.someone();
        var room = ChatLog.room(alice);
        try (var client = PushClient.identified(instance, bob)) {
            var other = ChatLog.join(room, ChatLog.someone());
            var message = ChatLog.message(room, alice, new MessageId(Ids.fresh()), "caused");
            ChatLog.append(ChatLog.authorisedBy(message, other.offset() + 2));
            ChatLog.join(room, bob);

            var frames = client.takeUntil(frame -> isContent(frame, "caused"));
            assertThat(frames.getFirst().path("type").stringValue()).isEqualTo("webchat.member.joined.v1");
        }
    }

    @Test
    void aRetriedAppendIsDeliveredOnce() {
        var alice = ChatLog.someone();
        var room = ChatLog.room(alice);
        try (var client = PushClient.identified(instance, alice)) {
            var id = new MessageId(Ids.fresh());
            ChatLog.append(ChatLog.message(room, alice, id, "once"));
            ChatLog.append(ChatLog.message(room, alice, id, "once"));
            ChatLog.post(room, alice, "end");

            assertThat(contents(client.takeUntil(frame -> isContent(frame, "end"))))
                    .containsExactly("once", "end");
        }
    }

    @Test
    void anErasedMessageIsNotReplayed() {
        var alice = ChatLog.someone();
        var room = ChatLog.room(alice);
        try (var first = PushClient.identified(instance, alice);
                var watching = PushClient.identified(instance, alice)) {
            first.cut();
            var erased = ChatLog.message(room, alice, new MessageId(Ids.fresh()), "erased");
            ChatLog.append(erased);
            ChatLog.append(new ProducerRecord<>(erased.topic(), erased.partition(), erased.key(), null));
            ChatLog.post(room, alice, "kept");
            watching.takeUntil(frame -> isContent(frame, "kept"));

            try (var second = PushClient.resuming(instance, alice, first)) {
                assertThat(contents(second.takeUntil(frame -> isContent(frame, "kept"))))
                        .containsExactly("kept");
            }
        }
    }

    @Test
    void aHeartbeatIsAnsweredWithPositionsBeforeWhichEverythingHasArrived() {
        var alice = ChatLog.someone();
        var room = ChatLog.room(alice);
        var elsewhere = ChatLog.room(ChatLog.someone());
        try (var client = PushClient.identified(instance, alice)) {
            var own = ChatLog.post(room, alice, "own");
            client.takeUntil(frame -> isContent(frame, "own"));
            var foreign = ChatLog.post(elsewhere, alice, "not for alice");

            await().untilAsserted(() -> {
                client.heartbeat();
                assertThat(client.positions().get("messages/" + foreign.partition()))
                        .isGreaterThan(foreign.offset());
            });

            assertThat(client.positions().get("messages/" + own.partition())).isGreaterThan(own.offset());
        }
    }

    @Test
    void whatHappensIsCounted() {
        var alice = ChatLog.someone();
        var room = ChatLog.room(alice);
        var registry = instance.bean(MeterRegistry.class);
        var deliveries = registry.get("webchat.push.deliveries").counter();
        var latency = registry.get("webchat.push.delivery.latency").timer();
        try (var client = PushClient.identified(instance, alice)) {
            var delivered = deliveries.count();
            var timed = latency.count();
            ChatLog.post(room, alice, "counted");
            client.takeUntil(frame -> isContent(frame, "counted"));

            await().untilAsserted(() -> {
                assertThat(deliveries.count()).isGreaterThan(delivered);
                assertThat(latency.count()).isGreaterThan(timed);
                assertThat(registry.get("webchat.push.connections").gauge().value())
                        .isPositive();
                assertThat(registry.get("webchat.push.subscriptions").gauge().value())
                        .isPositive();
                assertThat(registry.get("webchat.push.tail.behind")
                                .tag("topic", "webchat.messages")
                                .gauge()
                                .value())
                        .isZero();
            });
        }
    }

    @Test
    void readinessDependsOnBothTails() {
        var readiness = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + instance.managementPort() + "/actuator/health/readiness"))
                .build();
        try (var http = HttpClient.newHttpClient()) {
            await().untilAsserted(() -> {
                var answer = http.send(readiness, BodyHandlers.ofString());
                assertThat(answer.statusCode()).isEqualTo(200);
                assertThat(answer.body()).contains("logFeedLifecycle", "structureReplicaLifecycle");
            });
        }
    }

    private static boolean isProfile(JsonNode frame) {
        return frame.path("stream").stringValue("").startsWith("users/");
    }
}
