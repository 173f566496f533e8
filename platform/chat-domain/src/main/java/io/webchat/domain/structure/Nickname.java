package io.webchat.domain.structure;

import io.webchat.domain.Text;

/** What a member is called in one server: 1 to 32 characters (code points), without white space around it. */
public record Nickname(String value) {
    public static final int MAX_LENGTH = 32;

    public Nickname {
        value = Text.name(value, MAX_LENGTH);
    }
}
