package io.webchat.push;

import static io.webchat.push.PushClient.contents;
import static io.webchat.push.PushClient.isContent;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** An instance that stands still for a while: its sockets stay open, and say nothing. */
@Timeout(180)
class PausedInstanceTest {
    private final PushInstance other = PushInstance.usual();

    @Test
    void itsClientsGoOnElsewhereAndWithItWhenItIsAwake(@TempDir Path folder) throws Exception {
        var alice = ChatLog.someone();
        var room = ChatLog.room(alice);
        try (var paused = PushProcess.start(folder);
                var first = PushClient.identified(paused, alice)) {
            ChatLog.post(room, alice, "before");
            first.takeUntil(frame -> isContent(frame, "before"));

            paused.pause();
            ChatLog.post(room, alice, "meanwhile");
            try (var second = PushClient.resuming(other, alice, first)) {
                assertThat(contents(second.takeUntil(frame -> isContent(frame, "meanwhile"))))
                        .containsExactly("meanwhile");
                second.cut();

                paused.goOn();
                ChatLog.post(room, alice, "after");
                try (var third = PushClient.resuming(paused, alice, second)) {
                    assertThat(contents(third.takeUntil(frame -> isContent(frame, "after"))))
                            .containsExactly("after");
                }
            }
            // Whoever waited for it misses nothing either.
            assertThat(contents(first.takeUntil(frame -> isContent(frame, "after"))))
                    .containsExactly("meanwhile", "after");
        }
    }
}
