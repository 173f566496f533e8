package io.webchat.domain.structure;

import java.util.regex.Pattern;

/** The colour of a role: {@code #} and six hexadecimal digits in lower case. */
public record RoleColor(String value) {
    private static final Pattern FORMAT = Pattern.compile("#[0-9a-f]{6}");

    public RoleColor {
        if (!FORMAT.matcher(value).matches()) {
            throw new IllegalArgumentException("must be a colour such as #3b82f6");
        }
    }
}
