package io.webchat.domain.structure;

import java.util.Base64;
import java.util.UUID;
import java.util.regex.Pattern;

/** The unguessable part of an invite link: 16 characters of the base64url alphabet, so 96 random bits. */
public record InviteCode(String value) {
    private static final Pattern FORMAT = Pattern.compile("[A-Za-z0-9_-]{16}");

    public InviteCode {
        if (!FORMAT.matcher(value).matches()) {
            throw new IllegalArgumentException("invite code: \"" + value + "\" (expected: 16 of A-Z a-z 0-9 _ -)");
        }
    }

    /** What the invite is called where its code must not be known: a hash of its bits, as a UUID of version 3. */
    public InviteId id() {
        return new InviteId(UUID.nameUUIDFromBytes(Base64.getUrlDecoder().decode(value)));
    }

    @Override
    public String toString() {
        return value;
    }
}
