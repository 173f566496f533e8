package io.webchat.client.gateway;

import io.webchat.client.gateway.ServerFrame.Activity;
import io.webchat.client.gateway.ServerFrame.Ready;
import java.util.Set;
import java.util.UUID;

/**
 * What a connection tells. Calls come one at a time, in the order of the frames, and never after the connection was
 * dropped or closed by this side. They must not block for long: frames wait behind them, heartbeats included.
 */
@FunctionalInterface
public interface GatewayListener {

    /**
     * An event at or above its stream's position; the position moves behind it when this returns. If this throws, the
     * connection is dropped and the position stays, so that a resumed connection brings the event again.
     */
    void event(StreamEvent event);

    /** Delivery starts, or goes on, at the positions of this frame. */
    default void ready(Ready ready) {}

    /** What was missed has been delivered. */
    default void caughtUp() {}

    /** There may be a gap: everything shown must be fetched anew, with the token of the {@link #ready} that follows. */
    default void reset(String reason) {}

    /** Events of this server arrive from here on. */
    default void subscribed(UUID serverId, String consistencyToken) {}

    /** No more events of this server. */
    default void unsubscribed(UUID serverId) {}

    /** Messages of these channels arrive from here on, and of no others. */
    default void watching(Set<UUID> channelIds, String consistencyToken) {}

    /** Something happened in a channel that is not watched; may be told again after a resume. */
    default void activity(Activity activity) {}

    /** An event below its stream's position, which the protocol promises not to happen. It has not been applied. */
    default void ignored(StreamEvent event) {}
}
