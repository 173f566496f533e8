package io.webchat.standalone.supervisor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import org.junit.jupiter.api.Test;

class PortsTest {
    @Test
    void an_offset_moves_every_port() {
        assertThat(new Ports(0).service(ServiceKind.PUSH, 1)).isEqualTo(8084);
        assertThat(new Ports(0).service(ServiceKind.PUSH, 3)).isEqualTo(8284);
        assertThat(new Ports(10).management(ServiceKind.AUTH, 1)).isEqualTo(9091);
        assertThat(new Ports(10).web()).isEqualTo(3010);
    }

    @Test
    void no_two_processes_share_a_port() {
        assertThat(new Ports(0).all(Instances.MAX).boxed()).doesNotHaveDuplicates();
    }

    @Test
    void an_offset_out_of_range_is_refused() {
        assertThatThrownBy(() -> new Ports(20_001)).hasMessageContaining("expected: 0 to 20000");
        assertThatThrownBy(() -> new Ports(-1)).hasMessageContaining("expected: 0 to 20000");
    }

    @Test
    void a_taken_port_is_told_with_its_number_and_the_way_out() throws Exception {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var port = socket.getLocalPort();
            assertThatThrownBy(() -> Preflight.ports(List.of(port), List.of(), 0))
                    .isInstanceOf(StartRefused.class)
                    .hasMessageStartingWith("Port " + port + " is taken")
                    .hasMessageContaining("--port-offset");
        }
    }
}
