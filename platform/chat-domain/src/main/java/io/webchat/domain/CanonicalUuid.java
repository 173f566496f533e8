package io.webchat.domain;

import java.util.UUID;

/** Reads UUIDs in their canonical text form only, so that an id has one name. */
public final class CanonicalUuid {
    private CanonicalUuid() {}

    /**
     * Reads 36 characters in groups of 8-4-4-4-12 hexadecimal digits, of either case. {@link UUID#fromString} alone
     * would take shortened groups too.
     *
     * @throws IllegalArgumentException on anything else
     */
    public static UUID parse(String text) {
        try {
            var id = UUID.fromString(text);
            if (id.toString().equalsIgnoreCase(text)) {
                return id;
            }
        } catch (IllegalArgumentException e) {
            // Said below, in words that fit all cases.
        }
        throw new IllegalArgumentException("must be a UUID");
    }
}
