package io.webchat.domain.user;

import io.webchat.domain.CanonicalUuid;
import java.util.UUID;

/** Identifies a person for ever. */
public record UserId(UUID value) {
    /** Reads the canonical text form. Throws {@link IllegalArgumentException} on anything else. */
    public static UserId parse(String text) {
        return new UserId(CanonicalUuid.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
