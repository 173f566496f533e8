package io.webchat.domain.structure;

import io.webchat.domain.Text;

/**
 * What a server is called: 1 to 100 characters (code points), something visible among them, no control characters,
 * without leading or trailing white space.
 */
public record ServerName(String value) {
    public static final int MAX_LENGTH = 100;

    public ServerName {
        Text.requireCharacters(value);
        var given = value;
        value = value.strip();
        var length = value.codePointCount(0, value.length());
        if (length < 1 || length > MAX_LENGTH) {
            throw new IllegalArgumentException("must have 1 to " + MAX_LENGTH + " characters (has " + length + ")");
        }
        Text.requireNoControls(given);
        Text.requireVisible(value);
    }
}
