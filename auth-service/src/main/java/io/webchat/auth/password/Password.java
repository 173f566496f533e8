package io.webchat.auth.password;

import io.webchat.domain.Text;

/** A password that somebody chooses: 8 to 128 characters (code points), of any kind. */
public record Password(String value) {
    private static final int MIN_LENGTH = 8;
    private static final int MAX_LENGTH = 128;

    public Password {
        Text.requireCharacters(value);
        var length = value.codePointCount(0, value.length());
        if (length < MIN_LENGTH || length > MAX_LENGTH) {
            throw new IllegalArgumentException(
                    "must have " + MIN_LENGTH + " to " + MAX_LENGTH + " characters (has " + length + ")");
        }
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "Password[…]";
    }
}
