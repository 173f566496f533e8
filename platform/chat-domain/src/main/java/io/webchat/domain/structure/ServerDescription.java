package io.webchat.domain.structure;

import io.webchat.domain.Text;

/** What a server is about: up to 500 characters (code points), none for none. */
public record ServerDescription(String value) {
    public static final int MAX_LENGTH = 500;

    public ServerDescription {
        value = value.strip();
        Text.requireLength(value, 0, MAX_LENGTH);
        Text.requireNoControlsButLines(value);
    }
}
