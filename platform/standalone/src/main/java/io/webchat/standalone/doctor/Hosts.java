package io.webchat.standalone.doctor;

import java.net.InetAddress;

/** Tells hosts in the stack's own networks from those that lie beyond. */
final class Hosts {
    private Hosts() {}

    /** Not this machine, nor a name without a dot, which is one of Compose's. An address of another machine is. */
    static boolean isElsewhere(String host) {
        try {
            return !InetAddress.ofLiteral(host.replaceAll("[\\[\\]]", "")).isLoopbackAddress();
        } catch (IllegalArgumentException e) {
            return host.contains(".");
        }
    }
}
