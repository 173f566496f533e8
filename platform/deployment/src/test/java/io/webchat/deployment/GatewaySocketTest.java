package io.webchat.deployment;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The upgrade of a connection, and bytes that go both ways after it. */
class GatewaySocketTest {
    private static final String SWITCHED =
            "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n";

    @Test
    void a_websocket_goes_through(@TempDir Path directory) throws Exception {
        try (var push = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var gateway = new NginxGateway(directory)) {
            gateway.with("PUSH", "127.0.0.1:" + push.getLocalPort()).start();
            Thread.ofVirtual().start(() -> serve(push));
            try (var client = TrustingClient.context()
                    .getSocketFactory()
                    .createSocket(InetAddress.getLoopbackAddress(), gateway.https)) {
                client.setSoTimeout(10_000);
                client.getOutputStream()
                        .write(
                                "GET /ws HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n"
                                        .getBytes(US_ASCII));
                var in = new BufferedReader(new InputStreamReader(client.getInputStream(), US_ASCII));
                assertThat(in.readLine()).isEqualTo("HTTP/1.1 101 Switching Protocols");
                while (!in.readLine().isEmpty()) {
                    // The other headers.
                }

                client.getOutputStream().write("there and back\r\n".getBytes(US_ASCII));

                assertThat(in.readLine()).isEqualTo("there and back");
            }
        }
    }

    /** Answers the upgrade, then says back the first line. */
    private static void serve(ServerSocket server) {
        try (Socket client = server.accept()) {
            var in = new BufferedReader(new InputStreamReader(client.getInputStream(), US_ASCII));
            var upgrades = 0;
            for (var line = in.readLine(); !line.isEmpty(); line = in.readLine()) {
                upgrades += line.equalsIgnoreCase("Upgrade: websocket") || line.equalsIgnoreCase("Connection: upgrade")
                        ? 1
                        : 0;
            }
            assertThat(upgrades).isEqualTo(2);
            client.getOutputStream().write(SWITCHED.getBytes(US_ASCII));
            client.getOutputStream().write((in.readLine() + "\r\n").getBytes(US_ASCII));
        } catch (IOException e) {
            // The client sees that nothing comes.
        }
    }
}
