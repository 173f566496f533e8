package io.webchat.domain.user;

import io.webchat.domain.Text;

/**
 * What a person is called, wherever no nickname says otherwise: 1 to 32 characters (code points) in the composed form
 * of Unicode (NFC), something visible among them, no control characters, without white space around it. Not unique.
 */
public record DisplayName(String value) {
    public static final int MAX_LENGTH = 32;

    public DisplayName {
        value = Text.name(Text.composed(value, MAX_LENGTH), MAX_LENGTH);
    }
}
