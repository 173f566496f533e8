package io.webchat.push.gateway;

import io.webchat.push.protocol.CloseCode;
import java.io.IOException;

/** A socket as its only writer sees it. All methods may block. */
interface Outlet {
    /** Writes a text frame, perhaps into a buffer. */
    void write(String text) throws IOException;

    /** Sends what is in the buffer. */
    void flush() throws IOException;

    /** Sends a close frame after what was written. */
    void close(CloseCode code, String reason) throws IOException;
}
