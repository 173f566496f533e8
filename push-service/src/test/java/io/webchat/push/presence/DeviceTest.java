package io.webchat.push.presence;

import static org.assertj.core.api.Assertions.assertThat;

import io.webchat.domain.user.UserId;
import io.webchat.push.protocol.Activity;
import io.webchat.push.protocol.Frame;
import io.webchat.push.protocol.PresenceChoice;
import io.webchat.push.watch.Watcher;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DeviceTest {
    private final Device device = new Device("a-connection", new Nobody(), 3);

    @Test
    void itsClientLearnsAChoiceOnceAndIsTakenToRememberIt() {
        device.says(Activity.ACTIVE, PresenceChoice.INVISIBLE);

        assertThat(device.learns(PresenceChoice.AUTOMATIC)).isTrue();
        assertThat(device.learns(PresenceChoice.AUTOMATIC)).isFalse();
        assertThat(device.learns(PresenceChoice.DO_NOT_DISTURB)).isTrue();
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

    private static final class Nobody implements Watcher {
        @Override
        public UserId user() {
            return new UserId(new UUID(0, 1));
        }

        @Override
        public void deliver(Frame frame) {}
    }
}
