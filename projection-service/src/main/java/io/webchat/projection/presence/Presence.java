package io.webchat.projection.presence;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * How somebody is seen, by what push-service writes down: for each device what it does and when it is taken for gone,
 * and how the person wants to be seen.
 */
final class Presence {
    static final String DO_NOT_DISTURB = "do-not-disturb";

    private static final String OFFLINE = "offline";
    private static final String ONLINE = "online";
    private static final String IDLE = "idle";
    private static final String INVISIBLE = "invisible";
    private static final String AUTOMATIC = "automatic";
    private static final String ACTIVE = "active";

    private Presence() {}

    /**
     * One of {@code online}, {@code idle}, {@code do-not-disturb} and {@code offline}.
     *
     * @param devices each {@code active|idle <milliseconds>}; anything else is no device
     * @param chosen null for what was never chosen
     * @param now by the clock that the devices go by
     */
    static String of(Collection<String> devices, @Nullable String chosen, long now) {
        var seen = OFFLINE;
        for (var device : devices) {
            var words = device.split(" ", 2);
            if (words.length == 2 && isAfter(words[1], now)) {
                seen = words[0].equals(ACTIVE) || seen.equals(ONLINE) ? ONLINE : IDLE;
            }
        }
        if (seen.equals(OFFLINE) || chosen == null || chosen.equals(AUTOMATIC)) {
            return seen;
        }
        return chosen.equals(INVISIBLE) ? OFFLINE : chosen;
    }

    /** Whether somebody uses one of these devices now, which are as above. */
    static boolean isActive(Collection<String> devices, long now) {
        return devices.stream()
                .map(device -> device.split(" ", 2))
                .anyMatch(words -> words.length == 2 && words[0].equals(ACTIVE) && isAfter(words[1], now));
    }

    private static boolean isAfter(String millis, long now) {
        return millis.matches("\\d{1,18}") && Long.parseLong(millis) > now;
    }
}
