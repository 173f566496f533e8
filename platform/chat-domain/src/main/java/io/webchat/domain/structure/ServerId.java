package io.webchat.domain.structure;

import java.util.UUID;

/** Identifies a server for ever; also what {@code webchat.structure} is partitioned by. */
public record ServerId(UUID value) {
    /** Reads the canonical text form. Throws {@link IllegalArgumentException} on anything else. */
    public static ServerId parse(String text) {
        return new ServerId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
