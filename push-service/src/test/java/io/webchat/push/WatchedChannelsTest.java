package io.webchat.push;

import static io.webchat.push.PushClient.contents;
import static io.webchat.push.PushClient.isContent;
import static org.assertj.core.api.Assertions.assertThat;

import io.webchat.domain.message.Mentions;
import io.webchat.domain.message.MessageId;
import io.webchat.domain.structure.MemberEvent;
import io.webchat.domain.structure.RoleId;
import io.webchat.domain.user.UserId;
import io.webchat.log.Ids;
import io.webchat.push.fanout.FanOut;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Clients that want the messages of few channels, and of the others only to know that there are some. */
class WatchedChannelsTest {
    private final PushInstance instance = PushInstance.usual();
    private final PushInstance forgetful = PushInstance.forgetful();

    private UserId alice;
    private UserId ben;
    private ChatLog.Room shown;
    private ChatLog.Room other;

    @BeforeEach
    void twoMembersOfTwoServersInOneStream() {
        alice = ChatLog.someone();
        ben = ChatLog.someone();
        shown = ChatLog.room(ben);
        other = ChatLog.roomBeside(shown, ben);
        ChatLog.join(shown, alice);
        ChatLog.join(other, alice);
    }

    @Test
    void messagesOfWatchedChannelsComeInFullAndOfOthersOnlyThatThereAreSome() {
        try (var client = watchingShown(instance)) {
            var elsewhere = ChatLog.post(other, ben, "elsewhere");
            ChatLog.post(shown, ben, "here");

            var frames = client.takeUntil(frame -> isContent(frame, "here"));

            assertThat(contents(frames)).containsExactly("here");
            var news = news(frames);
            assertThat(news).hasSize(1);
            assertThat(news.getFirst().path("serverId").stringValue())
                    .isEqualTo(other.server().toString());
            assertThat(news.getFirst().path("stream").stringValue()).isEqualTo("messages/" + elsewhere.partition());
            assertThat(news.getFirst().path("offset").longValue()).isEqualTo(elsewhere.offset());
            assertThat(news.getFirst().path("posted").longValue()).isEqualTo(elsewhere.offset());
            assertThat(news.getFirst().has("mentioned")).isFalse();
        }
    }

    @Test
    void ofManyEventsOfAChannelOneASecondIsTold() {
        try (var client = watchingShown(instance)) {
            var before = System.nanoTime();
            ChatLog.post(
                    other,
                    ben,
                    IntStream.range(0, 200).mapToObj(i -> "many " + i).toList());
            var last = ChatLog.post(other, ben, "the last");

            var frames = client.takeUntil(frame -> isNewsUpTo(frame, last));

            var seconds = Duration.ofNanos(System.nanoTime() - before).toSeconds();
            assertThat(news(frames)).hasSizeLessThanOrEqualTo((int) seconds + 1);
            assertThat(contents(frames)).isEmpty();
        }
    }

    @Test
    void whoIsCalledIsToldSoAndNobodyOfWhatTheySaidThemselves() {
        var role = new RoleId(Ids.fresh());
        for (var mentions :
                List.of(new Mentions(List.of(alice), List.of(), false), new Mentions(List.of(), List.of(role), true))) {
            try (var client = watchingShown(instance)) {
                var call = ChatLog.call(other, ben, mentions);
                var told = client.takeUntil(frame -> isNewsUpTo(frame, call)).getLast();
                assertThat(told.path("mentioned").longValue()).isEqualTo(call.offset());
            }
        }
        try (var client = watchingShown(instance)) {
            var own = ChatLog.call(other, alice, new Mentions(List.of(alice), List.of(), true));
            var told = client.takeUntil(frame -> isNewsUpTo(frame, own)).getLast();
            assertThat(told.has("posted")).isFalse();
            assertThat(told.has("mentioned")).isFalse();
        }
        try (var client = watchingShown(instance)) {
            var call = ChatLog.call(other, ben, new Mentions(List.of(ben), List.of(role), false));
            var told = client.takeUntil(frame -> isNewsUpTo(frame, call)).getLast();
            assertThat(told.path("posted").longValue()).isEqualTo(call.offset());
            assertThat(told.has("mentioned")).isFalse();
        }
    }

    @Test
    void whoIsNotCalledAnyMoreWhenTheyComeBackIsNotToldSo() {
        var toAlice = new Mentions(List.of(alice), List.of(), false);
        for (var next : List.of(instance, forgetful)) {
            try (var client = watchingShown(instance)) {
                client.cut();
                var message = new MessageId(Ids.fresh());
                var call = ChatLog.call(other, ben, message, toAlice);
                var last = ChatLog.edit(other, ben, message, "nobody");
                PushClient.awaitDelivered(next);
                try (var back = PushClient.resumingWatching(next, alice, client)) {
                    var told = back.takeUntil(frame -> isNewsUpTo(frame, last)).getLast();
                    assertThat(told.path("posted").longValue()).isEqualTo(call.offset());
                    assertThat(told.has("mentioned")).isFalse();
                }
            }
        }
    }

    @Test
    void aChannelIsWatchedFromOneMomentToAnother() {
        try (var client = watchingShown(instance)) {
            var before = ChatLog.post(other, ben, "before");
            client.takeUntil(frame -> isNewsUpTo(frame, before));

            client.watch(List.of(), List.of(other.channel()));
            var watching = client.await("watching");
            assertThat(watching.path("channelIds").valueStream().map(JsonNode::stringValue))
                    .containsExactly(other.channel().toString());
            assertThat(watching.path("token").stringValue()).isNotEmpty();
            ChatLog.post(shown, ben, "not shown any more");
            ChatLog.post(other, ben, "meanwhile");
            assertThat(contents(client.takeUntil(frame -> isContent(frame, "meanwhile"))))
                    .containsExactly("meanwhile");

            client.watch(List.of(), List.of());
            client.await("watching");
            var after = ChatLog.post(other, ben, "after");
            assertThat(contents(client.takeUntil(frame -> isNewsUpTo(frame, after))))
                    .isEmpty();
        }
    }

    @Test
    void whatIsWatchedBeforeTheClientIsReadyIsAnsweredAfterwards() {
        try (var client = PushClient.connect(instance);
                var ready = PushClient.identified(instance, ben)) {
            client.await("hello");
            // Nobody joins while this lasts.
            instance.bean(FanOut.class).atPositions(now -> {
                client.send("identify", Map.of("token", PushClient.token(alice), "channelIds", List.of()));
                client.watch(List.of(alice), List.of(other.channel()));
                client.watch(List.of(ben), List.of(shown.channel()));
                client.send("authenticate", Map.of("token", PushClient.token(alice)));
                client.await("authenticated");
                // Answers come in the order of the questions.
                ready.watch(List.of(alice), List.of());
                ready.await("presences");
                assertThat(client.takeArrived()).isEmpty();
            });

            var frames =
                    client.takeUntil(frame -> frame.path("op").stringValue().equals("watching"));

            assertThat(frames)
                    .extracting(frame -> frame.path("op").stringValue())
                    .filteredOn(op -> !op.equals("presences"))
                    .containsExactly("ready", "caught_up", "watching");
            assertThat(frames.stream()
                            .filter(frame -> frame.path("op").stringValue().equals("watching"))
                            .flatMap(frame -> frame.path("channelIds").valueStream())
                            .map(JsonNode::stringValue))
                    .containsExactly(shown.channel().toString());
        }
    }

    @Test
    void whatWasUntoldIsToldByWhicheverInstanceOneComesBackTo() {
        for (var next : List.of(instance, forgetful)) {
            var client = watchingShown(instance);
            ChatLog.post(other, ben, "told at once");
            var untold = ChatLog.post(other, ben, "told a second later");
            // Later in the same stream, so the client's position is behind what it was not told of.
            ChatLog.post(shown, ben, "here");
            client.takeUntil(frame -> isContent(frame, "here"));
            client.cut();
            var missed = IntStream.range(0, 20).mapToObj(i -> "missed " + i).toList();
            try (var current = PushClient.identified(next, ben)) {
                missed.forEach(content -> ChatLog.post(shown, ben, content));
                current.takeUntil(frame -> isContent(frame, "missed 19"));
            }

            try (var back = PushClient.resumingWatching(next, alice, client)) {
                var frames = back.takeUntil(WatchedChannelsTest::isCaughtUp);
                assertThat(contents(frames)).isEqualTo(missed);
                assertThat(news(frames)).hasSize(1);
                assertThat(news(frames).getFirst().path("offset").longValue()).isEqualTo(untold.offset());
                assertThat(news(frames).getFirst().path("posted").longValue()).isEqualTo(untold.offset());
            }
        }
    }

    @Test
    void whatWasAcknowledgedIsNotToldAgain() {
        var client = watchingShown(instance);
        var told = ChatLog.post(other, ben, "told");
        client.takeUntil(frame -> isNewsUpTo(frame, told));
        client.heartbeat();
        client.cut();

        try (var back = PushClient.resumingWatching(instance, alice, client)) {
            assertThat(news(back.takeUntil(WatchedChannelsTest::isCaughtUp))).isEmpty();
        }
    }

    @Test
    void whoLosesAChannelHearsNothingOfIt() {
        try (var client = watchingShown(instance);
                var member = PushClient.identified(instance, ben)) {
            ChatLog.append(new MemberEvent.Kicked(other.server(), alice, ben, Instant.now()));
            client.await("unsubscribed");
            ChatLog.post(other, ben, "a secret");
            member.takeUntil(frame -> isContent(frame, "a secret"));

            assertThat(news(client.heartbeat())).isEmpty();
            client.cut();
            try (var back = PushClient.resumingWatching(instance, alice, client)) {
                assertThat(news(back.takeUntil(WatchedChannelsTest::isCaughtUp)))
                        .isEmpty();
            }
        }
    }

    @Test
    void aClientThatKeepsChangingInstancesMissesNothing() {
        var posted = IntStream.range(0, 200).mapToObj(Integer::toString).toList();
        var client = watchingShown(instance);
        var writing = CompletableFuture.supplyAsync(
                () -> {
                    posted.forEach(content -> {
                        ChatLog.post(shown, ben, content);
                        ChatLog.post(other, ben, content);
                    });
                    return ChatLog.post(other, ben, "the last");
                },
                Thread::startVirtualThread);

        var frames = new ArrayList<JsonNode>();
        for (var turn = 0; contents(frames).size() < posted.size() && turn < 2_000; turn++) {
            frames.addAll(client.takeUntil(frame -> true));
            frames.addAll(client.takeArrived());
            client.cut();
            client = PushClient.resumingWatching(turn % 2 == 0 ? forgetful : instance, alice, client);
            frames.addAll(client.takeUntil(WatchedChannelsTest::isCaughtUp));
            if (contents(frames).size() < posted.size()) {
                frames.addAll(client.takeUntil(
                        frame -> op(frame).equals("event") || op(frame).equals("activity")));
            }
        }
        var last = writing.join();
        if (news(frames).stream().noneMatch(frame -> isNewsUpTo(frame, last))) {
            frames.addAll(client.takeUntil(frame -> isNewsUpTo(frame, last)));
        }
        client.cut();

        assertThat(frames).extracting(WatchedChannelsTest::op).doesNotContain("reset");
        assertThat(contents(frames)).isEqualTo(posted);
    }

    @Test
    void onlySoManyChannelsAreWatched() {
        var channels =
                IntStream.range(0, 21).mapToObj(i -> Ids.fresh().toString()).toList();
        for (var op : List.of("identify", "resume")) {
            try (var client = PushClient.connect(instance)) {
                client.send(
                        op,
                        Map.of(
                                "token",
                                PushClient.token(alice),
                                "epoch",
                                "any",
                                "positions",
                                Map.of(),
                                "channelIds",
                                channels));
                assertThat(client.closeCode()).isEqualTo(4001);
            }
        }
    }

    /** More than are told of at a time. */
    @Test
    void whoComesBackIsToldOfEveryChannelHoweverManyThereAre() {
        var channels = IntStream.range(0, 450)
                .mapToObj(i -> ChatLog.channelBeside(shown, ben))
                .toList();
        var first = watchingShown(instance);
        first.cut();
        channels.forEach(channel -> ChatLog.post(channel, ben, List.of("news")));

        PushClient.awaitDelivered(instance);
        try (var second = PushClient.resumingWatching(instance, alice, first)) {
            var told = news(second.takeUntil(WatchedChannelsTest::isCaughtUp));

            assertThat(told)
                    .extracting(frame -> frame.path("channelId").stringValue())
                    .containsExactlyInAnyOrderElementsOf(channels.stream()
                            .map(room -> room.channel().toString())
                            .toList());
        }
    }

    private PushClient watchingShown(PushInstance at) {
        var client = PushClient.watching(at, alice, List.of(shown.channel()));
        // Nothing of what a test before it did, or of its own making, is still on its way.
        client.heartbeat();
        return client;
    }

    private static List<JsonNode> news(List<JsonNode> frames) {
        return frames.stream().filter(frame -> op(frame).equals("activity")).toList();
    }

    private static boolean isNewsUpTo(JsonNode frame, RecordMetadata record) {
        return op(frame).equals("activity") && frame.path("offset").longValue() >= record.offset();
    }

    private static boolean isCaughtUp(JsonNode frame) {
        return op(frame).equals("caught_up");
    }

    private static String op(JsonNode frame) {
        return frame.path("op").stringValue();
    }
}
