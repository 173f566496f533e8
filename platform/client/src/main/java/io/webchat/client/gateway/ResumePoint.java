package io.webchat.client.gateway;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How far a client has got: everything before these positions it has, nothing from them on.
 *
 * @param epoch the log that the positions belong to
 * @param positions for each stream, the offset of the next event that is wanted
 * @param digest of a client that is given the messages of some channels alone; null for one that is given all
 */
public record ResumePoint(
        String epoch, Map<String, Long> positions, @Nullable Digest digest) {
    public ResumePoint {
        positions = Map.copyOf(positions);
    }

    /** Of a client that is given all messages. */
    public ResumePoint(String epoch, Map<String, Long> positions) {
        this(epoch, positions, null);
    }

    /**
     * How far a client has got with what it is only told of.
     *
     * @param channels whose messages it is given
     * @param acknowledged up to where it was told of all others, as far as the server has said
     */
    public record Digest(Set<UUID> channels, Map<String, Long> acknowledged) {
        public Digest {
            channels = Set.copyOf(channels);
            acknowledged = Map.copyOf(acknowledged);
        }
    }
}
