package io.webchat.domain.user;

import java.util.regex.Pattern;

/** Identifies a picture by its content: 32 hexadecimal digits, in lower case. The same picture has the same id. */
public record AvatarId(String value) {
    private static final Pattern FORMAT = Pattern.compile("[0-9a-f]{32}");

    public AvatarId {
        if (!FORMAT.matcher(value).matches()) {
            throw new IllegalArgumentException("must have 32 hexadecimal digits in lower case");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
