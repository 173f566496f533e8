package io.webchat.support.rate;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.HexFormat;

/** Who shares a bucket for addresses. */
final class ClientNetwork {
    private static final int IPV6_NETWORK_BYTES = 8;
    private static final int IPV6_NEIGHBOURHOOD_BYTES = 6;
    private static final int IPV4_NEIGHBOURHOOD_BYTES = 3;

    private ClientNetwork() {}

    /**
     * An IPv4 address itself; of an IPv6 address its /64, because whoever has one address of that has all of them. What
     * is no address shares one bucket.
     */
    static String of(String address) {
        try {
            var literal = InetAddress.ofLiteral(address);
            return literal instanceof Inet6Address ? beginning(literal, IPV6_NETWORK_BYTES) : literal.getHostAddress();
        } catch (IllegalArgumentException e) {
            return "unknown";
        }
    }

    /** Of an IPv4 address the /24, of an IPv6 address the /48: what a provider gives to one customer or street. */
    static String neighbourhoodOf(String address) {
        try {
            var literal = InetAddress.ofLiteral(address);
            return beginning(
                    literal, literal instanceof Inet6Address ? IPV6_NEIGHBOURHOOD_BYTES : IPV4_NEIGHBOURHOOD_BYTES);
        } catch (IllegalArgumentException e) {
            return "unknown";
        }
    }

    private static String beginning(InetAddress address, int bytes) {
        return HexFormat.of().formatHex(address.getAddress(), 0, bytes);
    }
}
