package io.webchat.push.protocol;

import com.fasterxml.jackson.annotation.JsonValue;

/** Whether somebody is using a device. */
public enum Activity {
    ACTIVE("active"),
    IDLE("idle");

    private final String wireName;

    Activity(String wireName) {
        this.wireName = wireName;
    }

    @JsonValue
    public String wireName() {
        return wireName;
    }
}
