package io.webchat.domain.structure;

import io.webchat.domain.CanonicalUuid;
import java.util.UUID;

/** Identifies one command of one user: a repeated command carries the same id and has the same outcome. */
public record CommandId(UUID value) {
    /** Reads the canonical text form. Throws {@link IllegalArgumentException} on anything else. */
    public static CommandId parse(String text) {
        return new CommandId(CanonicalUuid.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
