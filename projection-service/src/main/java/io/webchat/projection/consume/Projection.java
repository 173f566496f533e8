package io.webchat.projection.consume;

import io.webchat.log.codec.WireCodec;
import java.util.List;

/**
 * Folds the events of one topic into one view.
 *
 * @param <E> the events of the topic
 */
public interface Projection<E> {
    View view();

    WireCodec<E> codec();

    /** Creates the indexes of the view; called for each generation before anything is applied. */
    default void prepare() {}

    /**
     * Applies events of one or several partitions; those of each are consecutive and in the order of the log. Called at
     * least once for each event, by several threads at once: each has partitions of its own, but two may have the same
     * one for a moment while it moves, here or at two instances. Must be idempotent, and safe when it is interrupted
     * between any two of its writes and called again.
     *
     * @param events never empty
     */
    void apply(List<Logged<E>> events);

    /**
     * Keeps the place of an event that cannot be applied and is put aside, where what later events become depends on
     * its having been in the log. Called right after {@link #apply} has failed on the event alone, and before anything
     * later is applied; must be idempotent too. What was kept is what {@link #apply} finds when the event is replayed.
     */
    default void passOver(Logged<E> event) {}
}
