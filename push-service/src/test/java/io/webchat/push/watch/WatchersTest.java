package io.webchat.push.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.webchat.domain.user.UserId;
import io.webchat.push.protocol.Frame;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class WatchersTest {
    private final Watchers<String> watchers = new Watchers<>();
    private final Watcher alice = watcher(1);
    private final Watcher ben = watcher(2);

    @Test
    void whatIsLookedAtIsReplacedAsAWhole() {
        watchers.replace(alice, Set.of("a", "b"));
        watchers.replace(alice, Set.of("b", "c"));

        assertThat(watchers.of("a")).isEmpty();
        assertThat(watchers.of("b")).containsExactly(alice);
        assertThat(watchers.of(alice)).containsExactlyInAnyOrder("b", "c");
        assertThat(watchers.all()).containsExactlyInAnyOrder("b", "c");
    }

    @Test
    void whatNobodyLooksAtAnyMoreIsReturned() {
        watchers.replace(alice, Set.of("a", "b"));
        watchers.replace(ben, Set.of("b"));

        assertThat(watchers.replace(alice, Set.of())).containsExactly("a");
        assertThat(watchers.remove(ben)).containsExactly("b");
        assertThat(watchers.remove(ben)).isEmpty();
        assertThat(watchers.all()).isEmpty();
    }

    private static Watcher watcher(long id) {
        return new Watcher() {
            @Override
            public UserId user() {
                return new UserId(new UUID(0, id));
            }

            @Override
            public void deliver(Frame frame) {}
        };
    }
}
