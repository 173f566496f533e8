package io.webchat.push.gateway;

import io.webchat.push.protocol.CloseCode;
import io.webchat.push.protocol.Frame;
import java.util.List;

/** A socket as its only writer sees it. Nothing here waits; one write is under way at a time. */
interface Outlet {
    /** Hears how a write has ended, on any thread and perhaps before the write returns. */
    interface Completion {
        void written();

        void failed(Throwable cause);
    }

    /**
     * Writes frames in this order, at once.
     *
     * @param frames not read any more once the completion has heard
     */
    void write(List<Frame> frames, Completion completion);

    /** Sends a close frame after what was written; the other side may answer it before the socket ends. */
    void close(CloseCode code, String reason);

    /** Ends the socket as it is. */
    void abort();
}
