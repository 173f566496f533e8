package io.webchat.push.resume;

import io.webchat.push.fanout.Subscriber;
import io.webchat.push.protocol.Positions;
import io.webchat.push.protocol.ResetReason;
import java.time.Duration;

/** A client that is being brought what it missed, from a thread that may wait for it. */
public interface ReturningClient extends Subscriber {
    /**
     * Delivery goes on from its positions.
     *
     * @param settled from where on the client may be untold of channels that it does not watch; no later than those
     */
    void comesBack(Positions from, Positions settled);

    /** It has been told that delivery goes on, and no delivery waits for it: what it has said before may be handled. */
    void started();

    /** Its positions cannot be honoured; {@code ready} follows. */
    void reset(ResetReason reason);

    /** Everything before these positions has been handed over. */
    void progressed(Positions positions);

    /** Whether it is still there. */
    boolean isThere();

    /** Waits until it can take more; false if it is gone, or takes so little that it was closed. */
    boolean awaitRoom() throws InterruptedException;

    /** Waits so long at most until it can take more; false if it cannot by then, or is gone. */
    boolean hasRoomWithin(Duration time) throws InterruptedException;
}
