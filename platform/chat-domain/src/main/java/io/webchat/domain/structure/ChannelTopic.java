package io.webchat.domain.structure;

import io.webchat.domain.Text;

/** What a channel is about: up to 1,024 characters (code points), none for none. */
public record ChannelTopic(String value) {
    public static final int MAX_LENGTH = 1_024;

    public ChannelTopic {
        value = value.strip();
        Text.requireLength(value, 0, MAX_LENGTH);
        Text.requireNoControlsButLines(value);
    }
}
