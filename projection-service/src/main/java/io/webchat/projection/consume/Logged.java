package io.webchat.projection.consume;

import org.jspecify.annotations.Nullable;

/**
 * An event and its place in its partition.
 *
 * @param commandId the structural command that it is an effect of; absent in the other topics
 * @param <E> the events of the topic
 */
public record Logged<E>(E event, long offset, @Nullable String commandId) {
    /** An event that no structural command has led to. */
    public Logged(E event, long offset) {
        this(event, offset, null);
    }

    /** The position that includes the event. */
    public long nextOffset() {
        return offset + 1;
    }
}
