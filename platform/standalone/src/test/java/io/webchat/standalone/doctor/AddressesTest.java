package io.webchat.standalone.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class AddressesTest {
    @Test
    void a_name_with_an_ipv6_address_by_which_nothing_answers_is_found() throws Exception {
        Assumptions.assumeTrue(Files.exists(Path.of("/proc/net/if_inet6")), "skipped: this machine has no IPv6");
        var four = InetAddress.ofLiteral("127.0.0.1");
        var six = InetAddress.ofLiteral("::1");
        var check = new AddressesCheck(deployment -> List.of(four, six));
        int port;
        try (var both = new ServerSocket(0, 1, six)) {
            port = both.getLocalPort();
            assertThat(check.examine(Deployments.at("https://chat.rockets.test:" + port)))
                    .extracting(Finding::severity)
                    .containsExactly(Severity.FINE);
        }

        assertThat(check.examine(Deployments.at("https://chat.rockets.test:" + port)))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.severity()).isEqualTo(Severity.WARNING);
                    assertThat(finding.message()).contains("0:0:0:0:0:0:0:1");
                    assertThat(finding.advice()).contains("AAAA", "platform/compose/compose.ipv6.yml");
                });
    }

    @Test
    void a_name_with_ipv4_alone_is_fine_and_without_a_name_nothing_is_looked_up() {
        var check = new AddressesCheck(deployment -> List.of(InetAddress.ofLiteral("192.0.2.1")));

        assertThat(check.examine(Deployments.at("https://chat.rockets.test")))
                .extracting(Finding::severity)
                .containsExactly(Severity.FINE);
        assertThat(check.examine(Deployments.sound()))
                .extracting(Finding::severity)
                .containsExactly(Severity.NOT_CHECKED);
    }
}
