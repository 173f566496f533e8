package io.webchat.standalone.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import org.junit.jupiter.api.Test;

class OpenPortsTest {
    /** The loopback address stands for that of the outside. */
    private static final Check CHECK = new OpenPortsCheck(deployment -> List.of(InetAddress.getLoopbackAddress()));

    @Test
    void a_port_that_answers_is_critical_until_it_is_closed() throws Exception {
        var url = "https://chat.rockets.test";
        int port;
        try (var open = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = open.getLocalPort();

            assertThat(CHECK.examine(Deployments.at(url, port, 1)))
                    .singleElement()
                    .satisfies(finding -> {
                        assertThat(finding.severity()).isEqualTo(Severity.CRITICAL);
                        assertThat(finding.message()).endsWith(": 127.0.0.1:" + port + ".");
                        assertThat(finding.advice()).contains("ufw");
                    });
        }

        assertThat(CHECK.examine(Deployments.at(url, port, 1)))
                .extracting(Finding::severity)
                .containsExactly(Severity.FINE);
    }

    @Test
    void what_has_no_address_outside_is_not_checked() {
        var check = new OpenPortsCheck(OpenPortsCheck::ofTheGateway);

        assertThat(check.examine(Deployments.sound()))
                .extracting(Finding::severity)
                .containsExactly(Severity.NOT_CHECKED);
        assertThat(check.examine(Deployments.at("https://localhost", 1)))
                .extracting(Finding::severity)
                .containsExactly(Severity.NOT_CHECKED);
    }
}
