package io.webchat.support.consistency;

import io.webchat.log.LogPosition;
import java.util.Collection;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How much of the log an answer must contain. Controllers take it as a parameter; a request without one has
 * {@link #EMPTY}.
 *
 * @param positions stream ({@code messages/3}, {@code structure/5}, {@code users/1}) to next offset: everything before
 *     it must be contained
 */
public record ConsistencyToken(Map<String, Long> positions) {
    /** Asks for nothing. */
    public static final ConsistencyToken EMPTY = new ConsistencyToken(Map.of());

    public ConsistencyToken {
        positions = Map.copyOf(positions);
    }

    /** Covers one stream. */
    public static ConsistencyToken of(String stream, long nextOffset) {
        return new ConsistencyToken(Map.of(stream, nextOffset));
    }

    /** Covers what either token covers. */
    public ConsistencyToken merge(ConsistencyToken other) {
        var merged = new TreeMap<>(positions);
        other.positions.forEach((stream, offset) -> merged.merge(stream, offset, Math::max));
        return new ConsistencyToken(merged);
    }

    /** Covers this and one stream more. */
    public ConsistencyToken with(String stream, long nextOffset) {
        return merge(of(stream, nextOffset));
    }

    /** Covers this and some places of the log more. */
    public ConsistencyToken with(Collection<LogPosition> more) {
        var covered = this;
        for (var position : more) {
            covered = covered.with(position.stream(), position.nextOffset());
        }
        return covered;
    }

    /** The position in one stream; empty if the token asks nothing of it. */
    public OptionalLong nextOffset(String stream) {
        var offset = positions.get(stream);
        return offset == null ? OptionalLong.empty() : OptionalLong.of(offset);
    }

    SortedMap<String, Long> sorted() {
        return new TreeMap<>(positions);
    }
}
