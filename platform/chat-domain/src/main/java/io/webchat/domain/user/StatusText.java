package io.webchat.domain.user;

import io.webchat.domain.Text;

/**
 * What a person wants to say about themselves, in a line: up to 128 characters (code points) in the composed form of
 * Unicode (NFC), no control characters, without white space around it; empty for nothing.
 */
public record StatusText(String value) {
    public static final int MAX_LENGTH = 128;

    public StatusText {
        value = Text.composed(value, MAX_LENGTH).strip();
        if (!value.isEmpty()) {
            value = Text.name(value, MAX_LENGTH);
        }
    }
}
