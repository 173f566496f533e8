package io.webchat.push.protocol;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/**
 * How far something is in every stream: for each, the first offset that is not included. Immutable. On the wire a map
 * from stream to offset.
 */
public final class Positions {
    private static final Set<String> NAMES =
            EventStream.ALL.stream().map(EventStream::name).collect(Collectors.toUnmodifiableSet());

    private final long[] offsets;

    private Positions(long[] offsets) {
        this.offsets = offsets;
    }

    public static Positions of(ToLongFunction<EventStream> nextOffset) {
        return new Positions(EventStream.ALL.stream().mapToLong(nextOffset).toArray());
    }

    /** Reads what a client sent; empty unless it names exactly the streams that there are. */
    public static Optional<Positions> parse(Map<String, Long> byName) {
        return byName.keySet().equals(NAMES)
                ? Optional.of(of(stream -> byName.getOrDefault(stream.name(), 0L)))
                : Optional.empty();
    }

    public long at(EventStream stream) {
        return offsets[stream.index()];
    }

    /** These positions, but at another place in one stream. */
    public Positions with(EventStream stream, long nextOffset) {
        var changed = offsets.clone();
        changed[stream.index()] = nextOffset;
        return new Positions(changed);
    }

    /** These positions, but in some streams no later than those. */
    public Positions noLater(Collection<EventStream> streams, Positions those) {
        return of(stream -> streams.contains(stream) ? Math.min(at(stream), those.at(stream)) : at(stream));
    }

    /** These positions, but in no stream before those. */
    public Positions noEarlier(Positions those) {
        return of(stream -> Math.max(at(stream), those.at(stream)));
    }

    /** Whether some stream is further here than there. */
    public boolean aheadOf(Positions other) {
        return EventStream.ALL.stream().anyMatch(stream -> at(stream) > other.at(stream));
    }

    @JsonValue
    public Map<String, Long> byName() {
        var byName = new LinkedHashMap<String, Long>();
        EventStream.ALL.forEach(stream -> byName.put(stream.name(), at(stream)));
        return byName;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Positions positions && Arrays.equals(offsets, positions.offsets);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(offsets);
    }

    @Override
    public String toString() {
        return byName().toString();
    }
}
