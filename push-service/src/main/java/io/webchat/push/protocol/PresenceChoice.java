package io.webchat.push.protocol;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;

/** How somebody wants to be seen, whatever their devices do. */
public enum PresenceChoice {
    /** As their devices say. */
    AUTOMATIC("automatic"),
    IDLE("idle"),
    DO_NOT_DISTURB("do-not-disturb"),
    /** As offline. */
    INVISIBLE("invisible");

    private final String wireName;

    PresenceChoice(String wireName) {
        this.wireName = wireName;
    }

    @JsonValue
    public String wireName() {
        return wireName;
    }

    /** Throws {@link IllegalArgumentException} if there is no such choice. */
    public static PresenceChoice of(String wireName) {
        return Arrays.stream(values())
                .filter(choice -> choice.wireName.equals(wireName))
                .findAny()
                .orElseThrow(() -> new IllegalArgumentException("choice: " + wireName));
    }
}
