package io.webchat.client.gateway;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The position of each stream; it only ever grows, except by a new start. Guarded by its owner's lock. */
final class StreamPositions {
    private final Map<String, Long> positions = new HashMap<>();
    private final Map<String, Long> acknowledged = new HashMap<>();
    private @Nullable String epoch;
    /** Null: messages of all channels come. */
    private @Nullable Set<UUID> watched;

    void startAt(ResumePoint point) {
        var digest = point.digest();
        watched = digest == null ? null : digest.channels();
        restartAt(point);
        if (digest != null) {
            acknowledged.clear();
            acknowledged.putAll(digest.acknowledged());
        }
    }

    /** Delivery starts anew there, of the same channels. */
    void restartAt(ResumePoint point) {
        epoch = point.epoch();
        positions.clear();
        positions.putAll(point.positions());
        acknowledged.clear();
        acknowledged.putAll(point.positions());
    }

    /** Messages of these channels alone come from here on. */
    void watch(Set<UUID> channels) {
        watched = channels;
    }

    @Nullable
    Set<UUID> watched() {
        return watched;
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

    /** The same, and the server has said that nothing before is left to be told. */
    void acknowledge(Map<String, Long> heads) {
        advance(heads);
        heads.forEach((stream, position) -> acknowledged.merge(stream, position, Math::max));
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
        if (epoch == null) {
            return null;
        }
        var digest = watched == null ? null : new ResumePoint.Digest(watched, acknowledged);
        return new ResumePoint(epoch, positions, digest);
    }
}
