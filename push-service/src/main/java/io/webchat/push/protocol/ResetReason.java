package io.webchat.push.protocol;

import com.fasterxml.jackson.annotation.JsonValue;

/** Why positions cannot be honoured. */
public enum ResetReason {
    /** They are of another incarnation of the log. */
    EPOCH_CHANGED("epoch-changed"),
    /** The log does not go back so far, or more was missed than is replayed. */
    TOO_OLD("too-old"),
    /** They name other streams than there are, or offsets that the log has not reached. */
    UNKNOWN_POSITION("unknown-position");

    private final String wireName;

    ResetReason(String wireName) {
        this.wireName = wireName;
    }

    @JsonValue
    public String wireName() {
        return wireName;
    }
}
