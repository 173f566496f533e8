package io.webchat.domain.message;

import java.util.UUID;

/** Chosen by the client that writes the message, a UUIDv7. The first record with an id is the message. */
public record MessageId(UUID value) {
    /** Reads the canonical text form. Throws {@link IllegalArgumentException} on anything else. */
    public static MessageId parse(String text) {
        return new MessageId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
