package io.webchat.domain.structure;

import io.webchat.domain.CanonicalUuid;
import java.util.UUID;

/** Identifies a channel for ever; also what {@code webchat.messages} is partitioned by. */
public record ChannelId(UUID value) {
    /** Reads the canonical text form. Throws {@link IllegalArgumentException} on anything else. */
    public static ChannelId parse(String text) {
        return new ChannelId(CanonicalUuid.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
