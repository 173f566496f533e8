package io.webchat.deployment;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who is refused, and who is not because of somebody else. The limits are smaller ones, of the same kind. */
class GatewayLimitsTest {
    private static final String SWITCHED =
            "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n";
    private static final String UPGRADE =
            "GET /ws HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n";

    @TempDir
    private Path directory;

    private final Backends backends = new Backends();
    private ServerSocket push;
    private HttpClient client;
    private NginxGateway gateway;

    @BeforeEach
    void start() throws Exception {
        push = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::switchProtocols);
        gateway = new NginxGateway(directory)
                .with("PUSH", "127.0.0.1:" + push.getLocalPort())
                .with("PROJECTION", Backends.endpoint(backends.add("projection")))
                .with("WEB", Backends.endpoint(backends.add("web")))
                .edited(text -> text.replaceAll("limit_conn (\\w+) 500;", "limit_conn $1 3;")
                        .replaceAll("limit_conn (\\w+) 5000;", "limit_conn $1 6;")
                        .replaceAll("(zone=pages\\S*) rate=\\S+;", "$1 rate=1r/m;")
                        .replaceAll("zone=pages burst=\\d+", "zone=pages burst=3")
                        // So that a test comes from wherever it wants to.
                        .replace(
                                "include limits.conf;",
                                "set_real_ip_from 127.0.0.1; real_ip_header X-From; include limits.conf;"))
                .start();
        client = TrustingClient.create();
    }

    @AfterEach
    void stop() throws Exception {
        if (client != null) {
            client.close();
            gateway.close();
        }
        backends.close();
        push.close();
    }

    /** A company, a university or a mobile carrier is one address: five hundred people there are connected at once. */
    @Test
    void who_is_connected_uses_up_nothing_of_what_an_address_may_ask_for() throws Exception {
        var open = new ArrayList<Socket>();
        try {
            for (var i = 0; i < 6; i++) {
                var socket = open(open);
                assertThat(answer(socket)).as("socket " + i).isEqualTo("HTTP/1.1 101 Switching Protocols");
            }

            assertThat(get("/api/servers", "")).isEqualTo(200);
            assertThat(answer(open(open)))
                    .as("one more than an address may have")
                    .startsWith("HTTP/1.1 429");

            open.getFirst().close();
            await().untilAsserted(() -> assertThat(answer(open(open))).isEqualTo("HTTP/1.1 101 Switching Protocols"));
        } finally {
            for (var socket : open) {
                socket.close();
            }
        }
    }

    @Test
    void pages_are_limited_and_the_files_that_they_need_are_not() throws Exception {
        var statuses = new ArrayList<Integer>();
        for (var i = 0; i < 8; i++) {
            statuses.add(get("/channels/1", ""));
            assertThat(get("/_next/static/chunks/" + i + ".js", "")).isEqualTo(200);
        }

        assertThat(statuses).startsWith(200, 200, 200, 200).endsWith(429);
        assertThat(get("/channels/1", "203.0.113.9")).as("somebody else").isEqualTo(200);
    }

    /** Whoever has one IPv6 address has all of its /64; some of them contain what is a line break in text. */
    @Test
    void an_ipv6_network_counts_as_one_address() throws Exception {
        useUpPages("2001:db8:a0a:d0a::1");
        assertThat(get("/", "2001:db8:a0a:d0a:ffff:a0a:ffff:9")).isEqualTo(429);
        assertThat(get("/", "2001:db8:a0a:d0b::1")).isEqualTo(200);

        useUpPages("203.0.113.7");
        assertThat(get("/", "203.0.113.8")).isEqualTo(200);
    }

    private void useUpPages(String address) throws Exception {
        var statuses = new ArrayList<Integer>();
        for (var i = 0; i < 6; i++) {
            statuses.add(get("/", address));
        }
        assertThat(statuses).startsWith(200).endsWith(429);
    }

    private int get(String path, String from) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("https://localhost:" + gateway.https + path));
        if (!from.isEmpty()) {
            request.header("X-From", from);
        }
        return client.send(request.build(), BodyHandlers.discarding()).statusCode();
    }

    private Socket open(ArrayList<Socket> all) throws Exception {
        var socket = TrustingClient.context()
                .getSocketFactory()
                .createSocket(InetAddress.getLoopbackAddress(), gateway.https);
        all.add(socket);
        socket.setSoTimeout(10_000);
        socket.getOutputStream().write(UPGRADE.getBytes(US_ASCII));
        return socket;
    }

    private static String answer(Socket socket) throws IOException {
        return new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII)).readLine();
    }

    /** Takes every socket, and keeps it until the other side goes. */
    private void switchProtocols() {
        while (!push.isClosed()) {
            try {
                var socket = push.accept();
                Thread.ofVirtual().start(() -> keep(socket));
            } catch (IOException e) {
                return;
            }
        }
    }

    private static void keep(Socket socket) {
        try (socket) {
            var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII));
            while (!in.readLine().isEmpty()) {
                // The other headers.
            }
            socket.getOutputStream().write(SWITCHED.getBytes(US_ASCII));
            in.readLine();
        } catch (IOException e) {
            // The other side has gone.
        }
    }
}
