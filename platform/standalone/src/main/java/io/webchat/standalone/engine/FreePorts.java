package io.webchat.standalone.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** Finds ports that nobody listens on, for engines that must be told their port before they bind it. */
final class FreePorts {
    private FreePorts() {}

    /**
     * Returns {@code wanted}, or a port that was free a moment ago if it is 0. Somebody else may still take it first.
     */
    static int orFree(int wanted) {
        if (wanted != 0) {
            return wanted;
        }
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
