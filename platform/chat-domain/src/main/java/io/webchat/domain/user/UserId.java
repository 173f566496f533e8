package io.webchat.domain.user;

import java.util.UUID;

/** Identifies a person for ever. */
public record UserId(UUID value) {
    /** Reads the canonical text form. Throws {@link IllegalArgumentException} on anything else. */
    public static UserId parse(String text) {
        return new UserId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
