package io.webchat.projection.consume;

/**
 * An event and its place in its partition.
 *
 * @param <E> the events of the topic
 */
public record Logged<E>(E event, long offset) {
    /** The position that includes the event. */
    public long nextOffset() {
        return offset + 1;
    }
}
