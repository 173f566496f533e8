package io.webchat.domain.structure;

import io.webchat.domain.Text;

/** What a role is called: 1 to 100 characters (code points), without white space around it. */
public record RoleName(String value) {
    public static final int MAX_LENGTH = 100;

    public RoleName {
        value = Text.name(value, MAX_LENGTH);
    }
}
