package io.webchat.client.gateway;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The position of each stream; it only ever grows, except by a new start. Guarded by its owner's lock. */
final class StreamPositions {
    private final Map<String, Long> positions = new HashMap<>();
    private @Nullable String epoch;

    void startAt(ResumePoint point) {
        epoch = point.epoch();
        positions.clear();
        positions.putAll(point.positions());
    }

    /** Whether an event at this offset is new: not below the stream's position. */
    boolean wants(String stream, long offset) {
        return offset >= positions.getOrDefault(stream, 0L);
    }

    /** Everything before this position is known now; a position that has been passed already changes nothing. */
    void advance(String stream, long position) {
        positions.merge(stream, position, Math::max);
    }

    void advance(Map<String, Long> heads) {
        heads.forEach(this::advance);
    }

    /** A stream whose delivery would go on behind our position, leaving a gap; null if there is none. */
    @Nullable
    String gapBefore(ResumePoint start) {
        return positions.entrySet().stream()
                .filter(own -> start.positions().getOrDefault(own.getKey(), 0L) > own.getValue())
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(null);
    }

    boolean isOf(String otherEpoch) {
        return otherEpoch.equals(epoch);
    }

    /** Null before the first start. */
    @Nullable
    ResumePoint point() {
        return epoch == null ? null : new ResumePoint(epoch, positions);
    }
}
