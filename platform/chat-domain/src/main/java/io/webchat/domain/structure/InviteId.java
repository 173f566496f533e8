package io.webchat.domain.structure;

import io.webchat.domain.CanonicalUuid;
import java.util.UUID;

/**
 * Names an invite without letting anybody in, for those who hear of it and may not use it. It follows from the
 * {@linkplain InviteCode#id code} and does not lead back to it.
 */
public record InviteId(UUID value) {
    /** Reads the canonical text form. Throws {@link IllegalArgumentException} on anything else. */
    public static InviteId parse(String text) {
        return new InviteId(CanonicalUuid.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
