package io.webchat.standalone.supervisor;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.util.List;

/** Everything that can be known to go wrong, checked before anything is started. */
public final class Preflight {
    private static final long MIN_FREE_BYTES = 1L << 30;

    private Preflight() {}

    static void diskSpace(DataDirectory data) {
        try {
            var free = Files.getFileStore(data.root()).getUsableSpace();
            if (free < MIN_FREE_BYTES) {
                throw new StartRefused(
                        "The disk of " + data.root() + " has " + (free >> 20)
                                + " MB left, and WebChat needs 1 GB to start. Make room, or choose another place with --data DIR.");
            }
        } catch (IOException e) {
            throw new StartRefused("The free space of " + data.root() + " cannot be determined: " + e.getMessage());
        }
    }

    static void ports(List<Integer> ports, List<String> webAddresses, int webPort) {
        for (var address : webAddresses) {
            port(address, webPort);
        }
        ports.forEach(port -> port("127.0.0.1", port));
    }

    private static void port(String address, int port) {
        if (!isFree(address, port)) {
            var owner = PortOwner.of(port).map(name -> " by " + name).orElse("");
            throw new StartRefused("Port " + port + " is taken" + owner
                    + ". Stop that, or move WebChat to other ports, for instance with --port-offset 10.");
        }
    }

    /** Whether {@code port} can be bound on a local address now. */
    public static boolean isFree(String address, int port) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.ofLiteral(address), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
