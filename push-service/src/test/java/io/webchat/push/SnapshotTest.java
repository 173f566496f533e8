package io.webchat.push;

import static io.webchat.push.PushClient.contents;
import static io.webchat.push.PushClient.isContent;
import static org.assertj.core.api.Assertions.assertThat;

import io.webchat.log.replica.StructureReplica;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An instance that starts from a snapshot delivers what one that has heard every event would. */
class SnapshotTest {
    private @TempDir Path directory;

    @Test
    void whatHappenedBeforeAndAfterTheSnapshotIsDeliveredToWhoMaySeeIt() {
        var setting = "webchat.structure-replica.snapshot-directory=" + directory;
        var alice = ChatLog.someone();
        var ben = ChatLog.someone();
        var cleo = ChatLog.someone();
        var dan = ChatLog.someone();
        ChatLog.Room room;
        PushClient first;
        try (var before = PushInstance.start(setting)) {
            room = ChatLog.room(alice);
            first = PushClient.identified(before, alice);
            var watching = PushClient.identified(before, alice);
            first.cut();
            ChatLog.join(room, ben);
            ChatLog.post(room, alice, "in the snapshot");
            watching.takeUntil(frame -> isContent(frame, "in the snapshot"));
        }
        ChatLog.join(room, cleo);
        ChatLog.post(room, alice, "after it");

        try (var after = PushInstance.start(setting);
                var resumed = PushClient.resuming(after, alice, first);
                var member = PushClient.identified(after, ben);
                var stranger = PushClient.identified(after, dan)) {
            resumed.await("ready");
            var frames =
                    resumed.takeUntil(frame -> frame.path("op").stringValue("").equals("caught_up"));
            ChatLog.post(room, alice, "live");

            assertThat(after.bean(StructureReplica.class).tail().recordsAtStart())
                    .isEqualTo(1);
            assertThat(contents(frames)).containsExactly("in the snapshot", "after it");
            assertThat(frames.stream()
                            .filter(frame -> frame.path("type").stringValue("").equals("webchat.member.joined.v1")))
                    .hasSize(2);
            assertThat(contents(resumed.takeUntil(frame -> isContent(frame, "live"))))
                    .containsExactly("live");
            assertThat(contents(member.takeUntil(frame -> isContent(frame, "live"))))
                    .containsExactly("live");
            assertThat(stranger.takeArrived()).isEmpty();
        }
    }
}
