package io.webchat.push;

import static io.webchat.push.PushClient.contents;
import static io.webchat.push.PushClient.isContent;
import static org.assertj.core.api.Assertions.assertThat;

import io.webchat.domain.message.MessageId;
import io.webchat.domain.structure.MemberEvent;
import io.webchat.domain.structure.ServerEvent;
import io.webchat.domain.user.UserId;
import io.webchat.log.Ids;
import io.webchat.log.Topic;
import io.webchat.test.Infrastructure;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ResumeTest {
    private final PushInstance instance = PushInstance.usual();
    private final PushInstance forgetful = PushInstance.forgetful();

    @Test
    void whatWasMissedIsDeliveredByAnotherInstanceAfterTheFirstIsGone() {
        var alice = ChatLog.someone();
        var room = ChatLog.room(alice);
        PushClient first;
        try (var dying = PushInstance.start()) {
            first = PushClient.identified(dying, alice);
            ChatLog.post(room, alice, "seen");
            first.takeUntil(frame -> isContent(frame, "seen"));
        }
        assertThat(first.closeCode()).isEqualTo(1001);
        var missed = IntStream.range(0, 20).mapToObj(i -> "missed " + i).toList();
        missed.forEach(content -> ChatLog.post(room, alice, content));

        PushClient.awaitDelivered(instance);
        try (var second = PushClient.resuming(instance, alice, first)) {
            second.await("ready");
            var replayed = contents(second.takeUntil(ResumeTest::isCaughtUp));
            ChatLog.post(room, alice, "live");

            assertThat(replayed).isEqualTo(missed);
            assertThat(contents(second.takeUntil(frame -> isContent(frame, "live"))))
                    .containsExactly("live");
        }
    }

    @Test
    void whatWasReadElsewhereMeanwhileIsHeardOf() {
        var alice = ChatLog.someone();
        var bob = ChatLog.someone();
        var room = ChatLog.room(alice);
        for (var other : List.of(instance, forgetful)) {
            try (var first = PushClient.identified(other, alice)) {
                first.cut();
                ChatLog.read(room, bob, 1);
                for (var number = 1; number <= 30; number++) {
                    ChatLog.read(room, alice, number);
                    ChatLog.read(room, bob, number);
                }

                PushClient.awaitDelivered(other);
                try (var second = PushClient.resuming(other, alice, first)) {
                    second.await("ready");
                    assertThat(second.takeUntil(ResumeTest::isCaughtUp))
                            .filteredOn(frame -> frame.path("op").stringValue().equals("event"))
                            .extracting(
                                    frame -> frame.path("data").path("userId").stringValue() + " "
                                            + frame.path("data").path("number").intValue())
                            .isEqualTo(IntStream.rangeClosed(1, 30)
                                    .mapToObj(number -> alice + " " + number)
                                    .toList());
                }
            }
        }
    }

    @Test
    void profilesThatWereMissedAreOfThoseWhomOneMeetsNow() {
        var alice = ChatLog.someone();
        var bob = ChatLog.someone();
        var stranger = ChatLog.someone();
        var room = ChatLog.room(alice);
        ChatLog.join(room, bob);
        for (var other : List.of(instance, forgetful)) {
            try (var first = PushClient.identified(other, bob)) {
                first.cut();
                var names = IntStream.range(0, 60).mapToObj(i -> "Alice " + i).toList();
                names.forEach(name -> ChatLog.rename(alice, name));
                names.forEach(name -> ChatLog.rename(stranger, name));

                PushClient.awaitDelivered(other);
                try (var second = PushClient.resuming(other, bob, first)) {
                    second.await("ready");
                    assertThat(second.takeUntil(ResumeTest::isCaughtUp))
                            .filteredOn(frame -> frame.path("op").stringValue().equals("event"))
                            .extracting(frame -> frame.path("data")
                                            .path("userId")
                                            .stringValue() + " "
                                    + frame.path("data").path("displayName").stringValue())
                            .isEqualTo(names.stream()
                                    .map(name -> alice + " " + name)
                                    .toList());
                }
            }
        }
    }

    @Test
    void whatIsOlderThanMemoryIsReadFromTheLog() {
        var alice = ChatLog.someone();
        var room = ChatLog.room(alice);
        try (var first = PushClient.identified(forgetful, alice);
                var watching = PushClient.identified(forgetful, alice)) {
            first.cut();
            var missed = IntStream.range(0, 60).mapToObj(i -> "old " + i).toList();
            ChatLog.post(room, alice, missed);
            watching.takeUntil(frame -> isContent(frame, "old 59"));

            try (var second = PushClient.resuming(forgetful, alice, first)) {
                second.await("ready");
                assertThat(contents(second.takeUntil(ResumeTest::isCaughtUp))).isEqualTo(missed);
            }
        }
    }

    @Test
    void whoJoinedAServerMeanwhileHearsOfItFirst() {
        var alice = ChatLog.someone();
        var bob = ChatLog.someone();
        var room = ChatLog.room(alice);
        try (var first = PushClient.identified(instance, bob);
                var watching = PushClient.identified(instance, bob);
                var watchingToo = PushClient.identified(forgetful, bob)) {
            first.cut();
            ChatLog.join(room, bob);
            ChatLog.post(room, alice, "welcome");
            List.of(watching, watchingToo).forEach(client -> client.takeUntil(frame -> isContent(frame, "welcome")));

            for (var other : List.of(instance, forgetful)) {
                try (var second = PushClient.resuming(other, bob, first)) {
                    second.await("ready");
                    var frames = second.takeUntil(frame -> isContent(frame, "welcome"));
                    assertThat(frames.get(0).path("type").stringValue()).isEqualTo("webchat.member.joined.v1");
                    assertThat(frames.get(1).path("op").stringValue()).isEqualTo("subscribed");
                    assertThat(contents(frames)).containsExactly("welcome");
                }
            }
        }
    }

    @Test
    void whoLostAServerMeanwhileIsToldWhichOnesAreLeftAndHearsNothingOfTheOthers() {
        var alice = ChatLog.someone();
        var bob = ChatLog.someone();
        var rooms = IntStream.range(0, 3).mapToObj(i -> ChatLog.room(alice)).toList();
        rooms.forEach(room -> ChatLog.join(room, bob));
        var left = rooms.get(0).server();
        var deleted = rooms.get(1).server();
        rooms.forEach(room -> ChatLog.post(room, alice, "before"));
        try (var first = PushClient.identified(instance, bob);
                var watching = PushClient.identified(instance, alice);
                var watchingToo = PushClient.identified(forgetful, alice)) {
            first.cut();
            ChatLog.append(new MemberEvent.Kicked(left, bob, alice, Instant.now()));
            ChatLog.post(rooms.get(0), alice, "a secret");
            ChatLog.append(new ServerEvent.Deleted(deleted, alice, Instant.now()));
            ChatLog.post(rooms.get(2), alice, "after");
            // They are of different streams, which have no order between them.
            List.of(watching, watchingToo).forEach(client -> {
                var heard = new ArrayList<JsonNode>();
                client.takeUntil(frame -> heard.add(frame)
                        && heard.stream().anyMatch(one -> isOf(one, "webchat.member.kicked.v1"))
                        && heard.stream().anyMatch(one -> isOf(one, "webchat.server.deleted.v1"))
                        && heard.stream().anyMatch(one -> isContent(one, "after")));
            });

            for (var other : List.of(instance, forgetful)) {
                try (var second = PushClient.resuming(other, bob, first)) {
                    var frames = second.takeUntil(ResumeTest::isCaughtUp);
                    assertThat(contents(frames)).containsExactly("after");
                    assertThat(frames.getLast().path("serverIds").valueStream().map(JsonNode::stringValue))
                            .containsExactly(rooms.get(2).server().toString());
                }
            }
        }
    }

    @Test
    void aClientThatKeepsChangingInstancesMissesNothingAndGetsNothingTwice() {
        var alice = ChatLog.someone();
        var rooms = IntStream.range(0, 4).mapToObj(i -> ChatLog.room(alice)).toList();
        var posted = IntStream.range(0, 400).mapToObj(Integer::toString).toList();
        var client = PushClient.identified(instance, alice);
        // A thread of its own: in the common pool, which may have one thread, it would hold up the client's handshakes.
        var writing = CompletableFuture.runAsync(
                () -> posted.forEach(i -> ChatLog.post(rooms.get(Integer.parseInt(i) % 4), alice, i)),
                Thread::startVirtualThread);

        var frames = new ArrayList<JsonNode>();
        for (var turn = 0; contents(frames).size() < posted.size() && turn < 400; turn++) {
            frames.addAll(client.takeUntil(frame -> true));
            frames.addAll(client.takeArrived());
            client.cut();
            var other = turn % 2 == 0 ? forgetful : instance;
            client = PushClient.resuming(other, alice, client);
            frames.addAll(client.takeUntil(ResumeTest::isCaughtUp));
            assertThat(frames).noneMatch(frame -> frame.path("op").stringValue().equals("reset"));
            if (contents(frames).size() < posted.size()) {
                frames.addAll(
                        client.takeUntil(frame -> frame.path("op").stringValue().equals("event")));
            }
        }
        client.cut();
        writing.join();

        assertThat(contents(frames)).containsExactlyInAnyOrderElementsOf(posted);
        for (var room = 0; room < 4; room++) {
            var index = room;
            assertThat(contents(frames).stream().filter(i -> Integer.parseInt(i) % 4 == index))
                    .isSortedAccordingTo((a, b) -> Integer.compare(Integer.parseInt(a), Integer.parseInt(b)));
        }
    }

    @Test
    void aPositionOfAnotherEpochResets() {
        var alice = ChatLog.someone();
        try (var first = PushClient.identified(instance, alice);
                var second = PushClient.connect(instance)) {
            second.resume(alice, "another-epoch", first.positions());
            assertResets(second, "epoch-changed");
        }
    }

    @Test
    void aPositionThatTheLogHasNotReachedResets() {
        var alice = ChatLog.someone();
        try (var first = PushClient.identified(instance, alice);
                var second = PushClient.connect(instance)) {
            var positions = first.positions();
            positions.merge("messages/3", 1_000L, Long::sum);
            second.resume(alice, first.epoch(), positions);
            assertResets(second, "unknown-position");
        }
    }

    @Test
    void aMissingStreamResets() {
        var alice = ChatLog.someone();
        try (var first = PushClient.identified(instance, alice);
                var second = PushClient.connect(instance)) {
            var positions = first.positions();
            positions.remove("structure/3");
            second.resume(alice, first.epoch(), positions);
            assertResets(second, "unknown-position");
        }
    }

    @Test
    void whoHasMissedMoreThanIsReadFromTheLogResets() {
        var alice = ChatLog.someone();
        var room = ChatLog.room(alice);
        try (var first = PushClient.identified(forgetful, alice);
                var watching = PushClient.identified(forgetful, alice)) {
            first.cut();
            var many = IntStream.range(0, 1_100).mapToObj(i -> "many " + i).toList();
            // No more at once than fits into the queue of the one who is watching.
            for (var from = 0; from < many.size(); from += 100) {
                var part = many.subList(from, from + 100);
                ChatLog.post(room, alice, part);
                watching.takeUntil(frame -> isContent(frame, part.getLast()));
            }
            try (var second = PushClient.resuming(forgetful, alice, first)) {
                assertResets(second, "too-old");
            }
        }
    }

    @Test
    void whatTheLogDoesNotKeepAnyMoreResets() throws Exception {
        var alice = ChatLog.someone();
        var room = ChatLog.room(alice);
        try (var first = PushClient.identified(forgetful, alice);
                var watching = PushClient.identified(forgetful, alice)) {
            first.cut();
            var last = ChatLog.post(room, alice, "first");
            for (var i = 0; i < 20; i++) {
                last = ChatLog.post(room, alice, "more " + i);
            }
            watching.takeUntil(frame -> isContent(frame, "more 19"));
            truncate(new TopicPartition(last.topic(), last.partition()), last.offset() - 10);
            try (var second = PushClient.resuming(forgetful, alice, first)) {
                assertResets(second, "too-old");
            }
        }
    }

    @Test
    void whatIsEditedOrDeletedWhileSomebodyReadsSlowlyIsNotToldThemLater() {
        var alice = ChatLog.someone();
        var room = ChatLog.room(alice);
        var large = "x".repeat(100_000);
        try (var narrow = withOneReader();
                var first = PushClient.identified(narrow, alice)) {
            first.cut();
            ChatLog.post(room, alice, "begun");
            // More than fits between the gateway and a client that does not read.
            ChatLog.post(room, alice, Collections.nCopies(100, large));
            var regretted = new MessageId(Ids.fresh());
            ChatLog.post(room, alice, regretted, "regretted");
            var reworded = new MessageId(Ids.fresh());
            ChatLog.post(room, alice, reworded, "reworded");
            var more = IntStream.range(0, 20).mapToObj(i -> "more " + i).toList();
            ChatLog.post(room, alice, more);
            PushClient.awaitDelivered(narrow);

            try (var slow = PushClient.connect(narrow)) {
                slow.await("hello");
                slow.stopReading();
                slow.resume(alice, first.epoch(), first.positions());
                // The gateway has looked for edits and deletions before the first message.
                while (!isContent(slow.readOne(), "begun")) {}
                // Whoever else gets the reader finds that it was given back.
                assertThat(caughtUp(narrow, alice, first)).contains("regretted", "reworded");
                ChatLog.delete(room, alice, regretted);
                ChatLog.edit(room, alice, reworded, "better");
                ChatLog.post(room, alice, more);
                PushClient.awaitDelivered(narrow);
                assertThat(caughtUp(narrow, alice, first)).contains("better").doesNotContain("regretted", "reworded");

                slow.readOn();
                assertThat(contents(slow.takeUntil(ResumeTest::isCaughtUp)))
                        .contains("", "better", "more 19")
                        .doesNotContain("regretted", "reworded");
            }
        }
    }

    @Test
    void whoReadsSlowlyKeepsNobodyElseFromTheLog() {
        var alice = ChatLog.someone();
        var room = ChatLog.room(alice);
        var large = "x".repeat(100_000);
        try (var narrow = withOneReader();
                var first = PushClient.identified(narrow, alice)) {
            first.cut();
            var missed = IntStream.range(0, 60).mapToObj(i -> large + i).toList();
            ChatLog.post(room, alice, missed);
            PushClient.awaitDelivered(narrow);

            try (var slow = PushClient.connect(narrow)) {
                slow.await("hello");
                slow.stopReading();
                slow.resume(alice, first.epoch(), first.positions());
                for (var i = 0; i < 3; i++) {
                    try (var fast = PushClient.resuming(narrow, alice, first)) {
                        fast.await("ready");
                        assertThat(contents(fast.takeUntil(ResumeTest::isCaughtUp)))
                                .isEqualTo(missed);
                    }
                }
                slow.readOn();
                slow.await("ready");
                assertThat(contents(slow.takeUntil(ResumeTest::isCaughtUp))).isEqualTo(missed);
            }
        }
    }

    /** What somebody is told who comes back where another client was. */
    private static List<String> caughtUp(PushInstance instance, UserId user, PushClient other) {
        try (var client = PushClient.resuming(instance, user, other)) {
            return contents(client.takeUntil(ResumeTest::isCaughtUp));
        }
    }

    private static void assertResets(PushClient client, String reason) {
        assertThat(client.next().path("op").stringValue()).isEqualTo("hello");
        assertThat(client.next().path("reason").stringValue()).isEqualTo(reason);
        assertThat(client.next().path("op").stringValue()).isEqualTo("ready");
        assertThat(client.next().path("op").stringValue()).isEqualTo("caught_up");
        assertThat(client.positions()).hasSize(4 * Topic.PARTITIONS);
    }

    private static boolean isOf(JsonNode frame, String type) {
        return frame.path("type").stringValue("").equals(type);
    }

    private static boolean isCaughtUp(JsonNode frame) {
        return frame.path("op").stringValue().equals("caught_up");
    }

    /** Remembers little, and lets one client at a time read the log. */
    private static PushInstance withOneReader() {
        return PushInstance.start(
                "webchat.push.fanout.recent-events=5",
                "webchat.push.resume.concurrent-readers=1",
                "webchat.push.resume.log-timeout=20s",
                "webchat.push.gateway.queue-age=120s");
    }

    /** Kafka lets nobody delete records of a topic that is only compacted, so that changes first. */
    private static void truncate(TopicPartition partition, long before) throws Exception {
        try (var admin =
                Admin.create(Map.of("bootstrap.servers", Infrastructure.shared().kafkaBootstrapServers()))) {
            var topic = new ConfigResource(ConfigResource.Type.TOPIC, partition.topic());
            var policy = new ConfigEntry("cleanup.policy", "compact,delete");
            admin.incrementalAlterConfigs(Map.of(topic, List.of(new AlterConfigOp(policy, AlterConfigOp.OpType.SET))))
                    .all()
                    .get();
            admin.deleteRecords(Map.of(partition, RecordsToDelete.beforeOffset(before)))
                    .all()
                    .get();
        }
    }
}
