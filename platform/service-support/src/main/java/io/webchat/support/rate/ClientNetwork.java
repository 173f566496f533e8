package io.webchat.support.rate;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.HexFormat;

/** Who shares a bucket for addresses. */
final class ClientNetwork {
    private static final int IPV6_NETWORK_BYTES = 8;

    private ClientNetwork() {}

    /**
     * An IPv4 address itself; of an IPv6 address its /64, because whoever has one address of that has all of them. What
     * is no address shares one bucket.
     */
    static String of(String address) {
        try {
            var literal = InetAddress.ofLiteral(address);
            return literal instanceof Inet6Address
                    ? HexFormat.of().formatHex(literal.getAddress(), 0, IPV6_NETWORK_BYTES)
                    : literal.getHostAddress();
        } catch (IllegalArgumentException e) {
            return "unknown";
        }
    }
}
