package io.webchat.client.gateway;

import java.util.Map;

/**
 * How far a client has got: everything before these positions it has, nothing from them on.
 *
 * @param epoch the log that the positions belong to
 * @param positions for each stream, the offset of the next event that is wanted
 */
public record ResumePoint(String epoch, Map<String, Long> positions) {
    public ResumePoint {
        positions = Map.copyOf(positions);
    }
}
