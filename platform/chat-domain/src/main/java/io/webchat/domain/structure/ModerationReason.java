package io.webchat.domain.structure;

import io.webchat.domain.Text;

/** Why a moderator did something: 1 to 500 characters (code points), without white space around it. */
public record ModerationReason(String value) {
    public static final int MAX_LENGTH = 500;

    public ModerationReason {
        value = Text.name(value, MAX_LENGTH);
    }
}
