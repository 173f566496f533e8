package io.webchat.domain.structure;

import io.webchat.domain.CanonicalUuid;
import java.util.UUID;

/** Identifies a category of channels for ever. */
public record CategoryId(UUID value) {
    /** Reads the canonical text form. Throws {@link IllegalArgumentException} on anything else. */
    public static CategoryId parse(String text) {
        return new CategoryId(CanonicalUuid.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
