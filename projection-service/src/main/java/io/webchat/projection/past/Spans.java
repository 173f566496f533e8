package io.webchat.projection.past;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * When something was so, again and again. Immutable.
 *
 * @param all in their order; however many there were, the last {@link #KEPT}
 */
public record Spans(List<Span> all) {
    static final int KEPT = 50;

    public static final Spans NONE = new Spans(List.of());

    /**
     * One of them.
     *
     * @param until when it was so no longer; absent if it still is
     */
    public record Span(Instant from, @Nullable Instant until) {
        boolean contains(Instant moment) {
            return !moment.isBefore(from) && (until == null || moment.isBefore(until));
        }
    }

    public Spans {
        all = List.copyOf(all);
    }

    /** It is so from now on. If it is already, nothing changes. */
    public Spans begun(Instant at) {
        if (isOpen()) {
            return this;
        }
        var longer = Stream.concat(all.stream(), Stream.of(new Span(at, null))).toList();
        return new Spans(longer.subList(Math.max(0, longer.size() - KEPT), longer.size()));
    }

    /** It is so no longer. If it is not, nothing changes. */
    public Spans ended(Instant at) {
        if (!isOpen()) {
            return this;
        }
        var ended = new Span(all.getLast().from(), at);
        return new Spans(Stream.concat(all.stream().limit(all.size() - 1L), Stream.of(ended))
                .toList());
    }

    /** The one that a moment lies in. */
    public Optional<Span> at(Instant moment) {
        return all.reversed().stream().filter(span -> span.contains(moment)).findFirst();
    }

    private boolean isOpen() {
        return !all.isEmpty() && all.getLast().until() == null;
    }
}
