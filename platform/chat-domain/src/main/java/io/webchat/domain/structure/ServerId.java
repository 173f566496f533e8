package io.webchat.domain.structure;

import io.webchat.domain.CanonicalUuid;
import java.util.UUID;

/** Identifies a server for ever; also what {@code webchat.structure} is partitioned by. */
public record ServerId(UUID value) {
    /** Reads the canonical text form. Throws {@link IllegalArgumentException} on anything else. */
    public static ServerId parse(String text) {
        return new ServerId(CanonicalUuid.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
