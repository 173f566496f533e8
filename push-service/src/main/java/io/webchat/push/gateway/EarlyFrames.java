package io.webchat.push.gateway;

import io.webchat.push.protocol.ClientFrame;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What a client has sent before it is ready: the last frame of each kind, so a client cannot pile them up. Safe from
 * any thread.
 */
final class EarlyFrames {
    /** How one is to be seen has a meaning only on a device that is there. */
    private static final List<Class<? extends ClientFrame.OnceReady>> ORDER = List.of(
            ClientFrame.Watch.class,
            ClientFrame.Presence.class,
            ClientFrame.ChoosePresence.class,
            ClientFrame.Typing.class);

    private final Map<Class<?>, ClientFrame.OnceReady> waiting = new HashMap<>();
    private boolean ready;

    /** Takes a frame in; false if the client is ready and all that waited has been handled. */
    synchronized boolean keep(ClientFrame.OnceReady frame) {
        if (!ready) {
            waiting.put(frame.getClass(), frame);
        }
        return !ready;
    }

    /**
     * The next frame to handle now that the client is ready; empty once there is none, and then none waits any more.
     */
    synchronized Optional<ClientFrame.OnceReady> next() {
        var next = ORDER.stream().map(waiting::remove).filter(Objects::nonNull).findFirst();
        ready = next.isEmpty();
        return next;
    }
}
