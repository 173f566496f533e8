package io.webchat.push.protocol;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;

/** How others see somebody. */
public enum PresenceStatus {
    /** A device at least is being used. */
    ONLINE("online"),
    /** There are devices, and none is being used, or the person has chosen to be seen so. */
    IDLE("idle"),
    /** There are devices, and the person has chosen not to be disturbed. */
    DO_NOT_DISTURB("do-not-disturb"),
    /** There is no device, or the person has chosen to be invisible. */
    OFFLINE("offline");

    private final String wireName;

    PresenceStatus(String wireName) {
        this.wireName = wireName;
    }

    @JsonValue
    public String wireName() {
        return wireName;
    }

    /** Throws {@link IllegalArgumentException} if there is no such status. */
    public static PresenceStatus of(String wireName) {
        return Arrays.stream(values())
                .filter(status -> status.wireName.equals(wireName))
                .findAny()
                .orElseThrow(() -> new IllegalArgumentException("status: " + wireName));
    }
}
