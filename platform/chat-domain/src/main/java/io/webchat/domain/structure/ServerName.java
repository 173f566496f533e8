package io.webchat.domain.structure;

import io.webchat.domain.Text;

/**
 * What a server is called: 1 to 100 characters (code points), something visible among them, no control characters,
 * without leading or trailing white space.
 */
public record ServerName(String value) {
    public static final int MAX_LENGTH = 100;

    public ServerName {
        value = Text.name(value, MAX_LENGTH);
    }
}
