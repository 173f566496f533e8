package io.webchat.push;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.webchat.domain.structure.ChannelEvent;
import io.webchat.domain.structure.MemberEvent;
import io.webchat.domain.structure.Permission;
import io.webchat.domain.structure.Permissions;
import io.webchat.domain.user.UserId;
import io.webchat.log.Ids;
import io.webchat.push.backplane.Backplane;
import io.webchat.push.protocol.ClientFrame;
import io.webchat.push.protocol.Frame;
import io.webchat.push.typing.Typing;
import io.webchat.push.typing.TypingPace;
import io.webchat.push.watch.Watcher;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Who is writing, over two instances: Alice looks at a channel at one, Ben writes at the other. */
class TypingTest {
    private final PushInstance one = PushInstance.usual();
    private final PushInstance other = PushInstance.forgetful();

    private UserId alice;
    private UserId ben;
    private ChatLog.Room room;

    @BeforeEach
    void twoMembersOfAServer() {
        alice = ChatLog.someone();
        ben = ChatLog.someone();
        room = ChatLog.room(alice);
        ChatLog.join(room, ben);
    }

    @Test
    void whoLooksAtTheChannelSeesWhoIsWriting() {
        try (var looking = looking(one, alice);
                var elsewhere = PushClient.identified(one, alice);
                var writing = looking(other, ben)) {
            var thread = Ids.fresh().toString();
            says(writing);
            var told = looking.await("typing_started");
            assertThat(told.path("serverId").stringValue())
                    .isEqualTo(room.server().toString());
            assertThat(told.path("channelId").stringValue())
                    .isEqualTo(room.channel().toString());
            assertThat(told.path("userId").stringValue()).isEqualTo(ben.toString());
            assertThat(told.has("threadId")).isFalse();

            try (var second = PushClient.identified(other, ben)) {
                second.send("typing", Map.of("channelId", room.channel().toString(), "threadId", thread));
                assertThat(looking.await("typing_started").path("threadId").stringValue())
                        .isEqualTo(thread);
            }
            assertThat(ops(elsewhere.heartbeat())).containsExactly("heartbeat_ack");
            assertThat(ops(writing.heartbeat())).containsExactly("heartbeat_ack");
        }
    }

    @Test
    void sayingItAgainTooSoonIsPassedOver() {
        try (var looking = looking(one, alice);
                var writing = looking(other, ben)) {
            for (var i = 0; i < 50; i++) {
                says(writing);
            }
            writing.heartbeat();
            looking.await("typing_started");
            ChatLog.post(room, ben, "done");
            assertThat(ops(looking.takeUntil(frame -> PushClient.isContent(frame, "done"))))
                    .doesNotContain("typing_started");
        }
    }

    @Test
    void whoMayNotWriteThereIsPassedOver() {
        var stranger = ChatLog.someone();
        var muted = ChatLog.someone();
        ChatLog.join(room, muted);
        ChatLog.append(new ChannelEvent.MemberOverridden(
                room.server(),
                room.channel(),
                muted,
                Permissions.NONE,
                Permissions.of(List.of(Permission.SEND_MESSAGES)),
                alice,
                Instant.now()));
        var late = ChatLog.someone();
        ChatLog.join(room, late);
        ChatLog.append(new MemberEvent.TimedOut(
                room.server(), late, Instant.now().plus(Duration.ofHours(1)), alice, Instant.now()));
        try (var looking = looking(one, alice);
                var first = PushClient.identified(other, stranger);
                var second = PushClient.identified(other, muted);
                var third = PushClient.identified(other, late);
                var last = PushClient.identified(other, ben)) {
            for (var client : List.of(first, second, third)) {
                says(client);
                client.heartbeat();
            }
            says(last);
            assertThat(looking.await("typing_started").path("userId").stringValue())
                    .isEqualTo(ben.toString());
        }
    }

    @Test
    void whoLosesSightOfTheChannelHearsNothingMore() {
        var cleo = ChatLog.someone();
        ChatLog.join(room, cleo);
        try (var excluded = looking(one, cleo);
                var staying = looking(one, alice);
                var writing = PushClient.identified(other, ben)) {
            var hidden = ChatLog.append(new ChannelEvent.MemberOverridden(
                    room.server(),
                    room.channel(),
                    cleo,
                    Permissions.NONE,
                    Permissions.of(List.of(Permission.VIEW_CHANNEL)),
                    alice,
                    Instant.now()));
            excluded.takeUntil(frame -> frame.path("offset").longValue(-1) == hidden.offset());
            says(writing);
            staying.await("typing_started");
            assertThat(ops(excluded.heartbeat())).containsExactly("heartbeat_ack");
        }
    }

    @Test
    void aChannelThatIsNotThereIsPassedOver() {
        try (var looking = looking(one, alice);
                var nowhere = PushClient.identified(other, ben);
                var writing = PushClient.identified(other, ben)) {
            nowhere.send("typing", Map.of("channelId", Ids.fresh().toString()));
            nowhere.heartbeat();
            says(writing);
            assertThat(ops(looking.takeUntil(
                            frame -> frame.path("op").stringValue().equals("typing_started"))))
                    .containsExactly("typing_started");
        }
    }

    @Test
    void whileRedisIsSlowNoMoreThanAThousandWait() throws InterruptedException {
        PushClient.awaitDelivered(other);
        var typing = other.bean(Typing.class);
        var told = other.bean(MeterRegistry.class).get("webchat.push.typing").counter();
        var here = new ClientFrame.Typing(room.channel(), Optional.empty());
        var backplane = other.bean(Backplane.class);
        var isSlow = new CountDownLatch(1);
        var isAnswering = new CountDownLatch(1);
        var hasAnswered = new CountDownLatch(1);
        backplane.execute(() -> {
            isSlow.countDown();
            awaitUninterruptibly(isAnswering);
        });
        isSlow.await();
        var before = told.count();
        for (var i = 0; i < 1_500; i++) {
            typing.says(new Writing(ben), new TypingPace(), here);
        }
        backplane.execute(hasAnswered::countDown);
        isAnswering.countDown();
        hasAnswered.await();
        assertThat(told.count() - before).isEqualTo(1_000);

        typing.says(new Writing(ben), new TypingPace(), here);
        assertThat(told.count() - before).isEqualTo(1_001);
    }

    private record Writing(UserId user) implements Watcher {
        @Override
        public void deliver(Frame frame) {}
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private PushClient looking(PushInstance instance, UserId user) {
        var client = PushClient.identified(instance, user);
        client.watch(List.of(), List.of(room.channel()));
        client.await("presences");
        return client;
    }

    private void says(PushClient writing) {
        writing.send("typing", Map.of("channelId", room.channel().toString()));
    }

    private static List<String> ops(List<JsonNode> frames) {
        return frames.stream().map(frame -> frame.path("op").stringValue()).toList();
    }
}
