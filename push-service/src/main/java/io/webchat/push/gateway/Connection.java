package io.webchat.push.gateway;

import io.webchat.push.protocol.CloseCode;
import io.webchat.push.protocol.Frame;
import java.time.Duration;

/**
 * The way to one client, whatever container holds the socket. Frames arrive in the order of {@link #send}, or not at
 * all: a close drops what is pending, and a client that comes back gets it then. Safe from any thread.
 */
interface Connection {
    /** Takes a frame for sending and returns at once. A client that does not keep up is closed instead. */
    void send(Frame frame);

    /** Closes and returns at once; the first close counts. */
    void close(CloseCode code, String reason);

    /** Closes if a frame has waited for too long, and cuts the socket off if its end takes too long. */
    void checkDeadlines();

    /** Waits until there is room for a good deal more; false if there is none in time or the connection is closed. */
    boolean awaitRoom(Duration timeout) throws InterruptedException;

    /** How much waits, in bytes, with what is being written. */
    int queuedBytes();

    /** Whether frames still go out. */
    boolean isOpen();
}
