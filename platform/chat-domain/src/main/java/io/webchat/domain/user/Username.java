package io.webchat.domain.user;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The name by which a person is found: 3 to 30 of letters a–z, digits, {@code _}, {@code .} and {@code -}, beginning
 * with a letter or digit. Shown as written, unique without regard to case.
 */
public record Username(String value) {
    private static final Pattern FORMAT = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.-]{2,29}");

    public Username {
        if (!FORMAT.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "must have 3 to 30 letters, digits, dots, dashes or underscores, and begin with a letter or digit");
        }
    }

    /** The form in which names are compared and kept unique. */
    public String key() {
        return value.toLowerCase(Locale.ROOT);
    }
}
