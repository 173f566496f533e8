package io.webchat.push.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.webchat.push.protocol.Activity;
import io.webchat.push.protocol.ClientFrame;
import io.webchat.push.protocol.PresenceChoice;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EarlyFramesTest {
    private static final ClientFrame.Watch WATCH = new ClientFrame.Watch(Set.of(), Set.of());
    private static final ClientFrame.ChoosePresence CHOICE = new ClientFrame.ChoosePresence(PresenceChoice.IDLE);

    private final EarlyFrames early = new EarlyFrames();

    @Test
    void theLastOfEachKindIsHandledOnceTheClientIsReadyAndADeviceIsThereBeforeItIsToBeSeenSomehow() {
        assertThat(early.keep(CHOICE)).isTrue();
        assertThat(early.keep(presence(Activity.ACTIVE))).isTrue();
        assertThat(early.keep(WATCH)).isTrue();
        assertThat(early.keep(presence(Activity.IDLE))).isTrue();

        assertThat(early.next()).contains(WATCH);
        assertThat(early.next()).contains(presence(Activity.IDLE));
        assertThat(early.next()).contains(CHOICE);
        assertThat(early.next()).isEmpty();
        assertThat(early.keep(WATCH)).isFalse();
    }

    @Test
    void whatComesWhileOthersAreHandledWaitsForItsTurn() {
        early.keep(CHOICE);

        assertThat(early.next()).contains(CHOICE);
        assertThat(early.keep(WATCH)).isTrue();
        assertThat(early.next()).contains(WATCH);
        assertThat(early.next()).isEmpty();
        assertThat(early.keep(CHOICE)).isFalse();
    }

    private static ClientFrame.Presence presence(Activity activity) {
        return new ClientFrame.Presence(activity, PresenceChoice.AUTOMATIC);
    }
}
