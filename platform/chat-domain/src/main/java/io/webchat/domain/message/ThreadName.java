package io.webchat.domain.message;

import io.webchat.domain.Text;

/** What a thread is called: 1 to 100 characters of one line, without the white space around them. */
public record ThreadName(String value) {
    public static final int MAX_LENGTH = 100;

    public ThreadName {
        value = Text.name(value, MAX_LENGTH);
    }
}
