package io.webchat.projection.presence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PresenceTest {
    private static final long NOW = 1_000;

    @ParameterizedTest
    @CsvSource({
        // devices, chosen, seen as
        "'', , offline",
        "active 1001, , online",
        "idle 1001, , idle",
        "active 1000, , offline",
        "active 999;idle 1001, , idle",
        "active 1001;idle 1001, automatic, online",
        "idle 1001;active 1001, automatic, online",
        "active 1001, do-not-disturb, do-not-disturb",
        "active 1001, idle, idle",
        "active 1001, invisible, offline",
        "active 999, do-not-disturb, offline",
        "'', invisible, offline",
        "active, , offline",
        "active soon, , offline"
    })
    void somebodyIsSeenByTheirDevicesAndByWhatTheyHaveChosen(String devices, String chosen, String seen) {
        List<String> each = devices.isEmpty() ? List.of() : Arrays.asList(devices.split(";", -1));

        assertThat(Presence.of(each, chosen, NOW)).isEqualTo(seen);
    }

    @ParameterizedTest
    @CsvSource({
        "'', false",
        "active 1001, true",
        "idle 1001, false",
        "active 1000, false",
        "idle 1001;active 1001, true",
        "active soon, false"
    })
    void whoUsesADeviceIsThereWhateverTheyHaveChosen(String devices, boolean isThere) {
        List<String> each = devices.isEmpty() ? List.of() : Arrays.asList(devices.split(";", -1));

        assertThat(Presence.isActive(each, NOW)).isEqualTo(isThere);
    }
}
