package io.webchat.projection.consume;

import org.jspecify.annotations.Nullable;

/**
 * An event and its place in its partition.
 *
 * @param commandId the command that it is an effect of; null if its record names none
 * @param <E> the events of the topic
 */
public record Logged<E>(E event, long offset, @Nullable String commandId) {
    /** An event of which it does not matter what has led to it. */
    public Logged(E event, long offset) {
        this(event, offset, null);
    }

    /** The position that includes the event. */
    public long nextOffset() {
        return offset + 1;
    }
}
