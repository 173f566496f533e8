package io.webchat.domain;

import java.util.List;

/**
 * What a decider answers: the events that now happen, or why nothing does.
 *
 * @param <E> the events of the aggregate that decided
 */
public sealed interface Decision<E> {
    /**
     * The command is carried out.
     *
     * @param events in the order in which they happen; empty when the command asks for what already is (a no-op)
     */
    record Accepted<E>(List<E> events) implements Decision<E> {
        public Accepted {
            events = List.copyOf(events);
        }
    }

    /** The command is refused, and nothing changes. */
    record Rejected<E>(Rejection rejection) implements Decision<E> {}

    @SafeVarargs
    static <E> Decision<E> accept(E... events) {
        return new Accepted<>(List.of(events));
    }

    static <E> Decision<E> reject(Rejection.Reason reason, String detail) {
        return new Rejected<>(new Rejection(reason, detail));
    }
}
