package io.webchat.domain.message;

import io.webchat.domain.Text;

/**
 * What a message says: 1 to 4,000 characters (code points) of Markdown, something visible among them, no control
 * characters but line feed, carriage return and tabulator. Kept as written.
 */
public record MessageContent(String value) {
    public static final int MAX_LENGTH = 4_000;

    public MessageContent {
        Text.requireCharacters(value);
        var length = value.codePointCount(0, value.length());
        Text.requireNoControlsButLines(value);
        Text.requireVisible(value);
        if (length > MAX_LENGTH) {
            throw new IllegalArgumentException("must have 1 to " + MAX_LENGTH + " characters (has " + length + ")");
        }
    }
}
