package io.webchat.push.presence;

import static org.assertj.core.api.Assertions.assertThat;

import io.webchat.domain.user.UserId;
import io.webchat.push.protocol.Activity;
import io.webchat.push.protocol.Frame;
import io.webchat.push.protocol.PresenceChoice;
import io.webchat.push.protocol.PresenceStatus;
import io.webchat.push.watch.Watcher;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DeviceTest {
    private final List<String> told = new ArrayList<>();
    private final Device device = new Device("a-connection", new Somebody(), 3);

    @Test
    void itsClientLearnsAChoiceOnceAndIsTakenToRememberIt() {
        device.says(Activity.ACTIVE, PresenceChoice.INVISIBLE);

        learns(PresenceChoice.AUTOMATIC, 1);
        learns(PresenceChoice.AUTOMATIC, 2);
        learns(PresenceChoice.DO_NOT_DISTURB, 3);

        assertThat(told).containsExactly("automatic", "do-not-disturb");
        assertThat(device.remembered()).isEqualTo(PresenceChoice.DO_NOT_DISTURB);
    }

    @Test
    void itsClientDoesNotLearnWhatWasBeforeWhatItKnows() {
        learns(PresenceChoice.DO_NOT_DISTURB, 2);
        learns(PresenceChoice.AUTOMATIC, 1);

        assertThat(told).containsExactly("do-not-disturb");
        assertThat(device.remembered()).isEqualTo(PresenceChoice.DO_NOT_DISTURB);
    }

    @Test
    void aChoiceWaitsUntilItIsWrittenAndANewerOneStays() {
        device.chooses(PresenceChoice.INVISIBLE);
        device.chooses(PresenceChoice.AUTOMATIC);

        device.chosen(PresenceChoice.INVISIBLE);
        assertThat(device.choosing()).isEqualTo(PresenceChoice.AUTOMATIC);
        device.chosen(PresenceChoice.AUTOMATIC);
        assertThat(device.choosing()).isNull();
    }

    @Test
    void changesAreBounded() {
        assertThat(device.mayChangeNow()).isTrue();
        assertThat(device.mayChangeNow()).isTrue();
        assertThat(device.mayChangeNow()).isTrue();
        assertThat(device.mayChangeNow()).isFalse();
    }

    private void learns(PresenceChoice chosen, long stamp) {
        device.learns(new PersonPresence(PresenceStatus.ONLINE, chosen, stamp), choice -> Frame.of(choice.wireName()));
    }

    private final class Somebody implements Watcher {
        @Override
        public UserId user() {
            return new UserId(new UUID(0, 1));
        }

        @Override
        public void deliver(Frame frame) {
            told.add(frame.text());
        }
    }
}
