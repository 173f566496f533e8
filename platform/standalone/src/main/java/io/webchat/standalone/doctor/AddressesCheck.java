package io.webchat.standalone.doctor;

import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Whether the gateway answers by the IPv6 addresses that its name has, which browsers try first. */
final class AddressesCheck implements Check {
    private static final String CHECK = "addresses";
    private static final Duration TIMEOUT = Duration.ofSeconds(2);
    private static final int HTTPS = 443;

    private final OpenPortsCheck.Addresses addresses;

    AddressesCheck(OpenPortsCheck.Addresses addresses) {
        this.addresses = addresses;
    }

    @Override
    public List<Finding> examine(Deployment deployment) {
        var url = deployment.url();
        if (url == null) {
            return List.of(Finding.notChecked(CHECK, "Give the address with --url to have its name looked up."));
        }
        try {
            var six = addresses.of(deployment).stream()
                    .filter(Inet6Address.class::isInstance)
                    .toList();
            return List.of(
                    six.isEmpty()
                            ? Finding.fine(CHECK, url.getHost() + " is reached by IPv4 alone.")
                            : examine(url, six));
        } catch (IOException e) {
            return List.of(Finding.notChecked(CHECK, "The address cannot be looked up: " + e.getMessage()));
        }
    }

    private static Finding examine(URI url, List<InetAddress> addresses) {
        var silent = new ArrayList<String>();
        for (var address : addresses) {
            try (var socket = new Socket()) {
                var port = url.getPort() == -1 ? HTTPS : url.getPort();
                socket.connect(new InetSocketAddress(address, port), (int) TIMEOUT.toMillis());
            } catch (IOException e) {
                if (e instanceof NoRouteToHostException
                        || String.valueOf(e.getMessage()).contains("unreachable")) {
                    return Finding.notChecked(CHECK, "Whether IPv6 leads to the gateway: from here nothing does.");
                }
                silent.add(address.getHostAddress());
            }
        }
        return silent.isEmpty()
                ? Finding.fine(CHECK, url.getHost() + " answers by IPv6 too.")
                : Finding.warning(
                        CHECK,
                        url.getHost() + " has IPv6 addresses by which nothing answers: " + String.join(", ", silent)
                                + ".",
                        "Remove its AAAA record, or use platform/compose/compose.ipv6.yml.",
                        Section.IPV6);
    }
}
