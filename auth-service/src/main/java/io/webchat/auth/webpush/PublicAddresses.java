package io.webchat.auth.webpush;

import java.net.Inet6Address;
import java.net.InetAddress;

/** Which addresses are of the public internet, and not of a network that only this server gets into. */
final class PublicAddresses {
    private PublicAddresses() {}

    static boolean isPublic(InetAddress address) {
        if (address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return false;
        }
        var bytes = address.getAddress();
        return address instanceof Inet6Address ? isPublic6(bytes) : isPublic4(bytes[0] & 255, bytes[1] & 255);
    }

    /** Without shared (RFC 6598), special (RFC 6890), benchmarking (RFC 2544) and reserved ones. */
    private static boolean isPublic4(int first, int second) {
        return first != 0
                && first < 240
                && !(first == 100 && second >= 64 && second < 128)
                && !(first == 192 && second == 0)
                && !(first == 198 && (second == 18 || second == 19));
    }

    /** Global unicast, without what carries an address of IPv4 in it (6to4, Teredo). */
    private static boolean isPublic6(byte[] bytes) {
        var first = (bytes[0] & 255) << 8 | (bytes[1] & 255);
        var isTeredo = first == 0x2001 && bytes[2] == 0 && bytes[3] == 0;
        return (first & 0xe000) == 0x2000 && first != 0x2002 && !isTeredo;
    }
}
