package io.webchat.standalone.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Clock;
import java.time.Duration;
import java.util.stream.Stream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against a real TLS server, with certificates as they may be. */
class CertificateTest {
    private static final char[] PASSWORD = "changeit".toCharArray();

    @TempDir
    Path directory;

    @Test
    void one_that_browsers_trust_is_fine_until_two_weeks_before_its_end() throws Exception {
        var keys = certificate("localhost", "-validity", "90");
        try (var server = Server.with(keys)) {
            assertThat(examine(server.url(), trusting(keys), Clock.systemUTC())).satisfies(finding -> {
                assertThat(finding.severity()).isEqualTo(Severity.FINE);
                assertThat(finding.message()).contains("for 89 days more");
            });

            var soon = Clock.offset(Clock.systemUTC(), Duration.ofDays(80));
            assertThat(examine(server.url(), trusting(keys), soon)).satisfies(finding -> {
                assertThat(finding.severity()).isEqualTo(Severity.WARNING);
                assertThat(finding.message()).contains("ends in 9 days");
                assertThat(finding.advice()).contains("certbot renew");
            });
        }
    }

    @Test
    void one_that_nobody_vouches_for_is_critical() throws Exception {
        try (var server = Server.with(certificate("localhost", "-validity", "90"))) {
            assertCritical(examine(server.url(), SSLContext.getDefault(), Clock.systemUTC()), "Browsers do not trust");
        }
    }

    @Test
    void one_that_has_ended_is_critical() throws Exception {
        try (var server = Server.with(certificate("localhost", "-startdate", "-30d", "-validity", "10"))) {
            assertCritical(examine(server.url(), SSLContext.getDefault(), Clock.systemUTC()), "it ended at");
        }
    }

    @Test
    void one_for_another_name_is_critical() throws Exception {
        var keys = certificate("other.test", "-validity", "90");
        try (var server = Server.with(keys)) {
            assertCritical(examine(server.url(), trusting(keys), Clock.systemUTC()), "localhost");
        }
    }

    @Test
    void no_tls_and_no_answer_are_critical_and_no_address_is_not_checked() throws Exception {
        var browsers = SSLContext.getDefault();
        assertCritical(examine("http://localhost", browsers, Clock.systemUTC()), "is not https");
        assertCritical(examine("https://localhost:1", browsers, Clock.systemUTC()), "does not answer");
        assertThat(new CertificateCheck(browsers, Clock.systemUTC()).examine(Deployments.sound()))
                .extracting(Finding::severity)
                .containsExactly(Severity.NOT_CHECKED);
    }

    private static void assertCritical(Finding finding, String message) {
        assertThat(finding.severity()).isEqualTo(Severity.CRITICAL);
        assertThat(finding.message()).contains(message);
        assertThat(finding.advice()).isNotBlank();
    }

    private static Finding examine(String url, SSLContext browsers, Clock clock) {
        var findings = new CertificateCheck(browsers, clock).examine(Deployments.at(url));
        assertThat(findings).hasSize(1);
        return findings.getFirst();
    }

    private KeyStore certificate(String name, String... validity) throws Exception {
        var file = directory.resolve(name + ".p12");
        var command = Stream.concat(
                Stream.of(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-keyalg",
                        "EC",
                        "-alias",
                        "gateway",
                        "-dname",
                        "CN=" + name,
                        "-ext",
                        "SAN=dns:" + name,
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        file.toString(),
                        "-storepass",
                        new String(PASSWORD)),
                Stream.of(validity));
        var process =
                new ProcessBuilder(command.toList()).redirectErrorStream(true).start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        var keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            keys.load(in, PASSWORD);
        }
        return keys;
    }

    private static SSLContext trusting(KeyStore keys) throws Exception {
        var anchors = KeyStore.getInstance("PKCS12");
        anchors.load(null, null);
        anchors.setCertificateEntry("gateway", keys.getCertificate("gateway"));
        var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(anchors);
        var context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }

    private record Server(SSLServerSocket socket) implements AutoCloseable {
        static Server with(KeyStore keys) throws Exception {
            var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            managers.init(keys, PASSWORD);
            var context = SSLContext.getInstance("TLS");
            context.init(managers.getKeyManagers(), null, null);
            var server = new Server(
                    (SSLServerSocket) context.getServerSocketFactory().createServerSocket(0));
            Thread.ofVirtual().start(server::serve);
            return server;
        }

        String url() {
            return "https://localhost:" + socket.getLocalPort();
        }

        private void serve() {
            while (!socket.isClosed()) {
                try (var client = (SSLSocket) socket.accept()) {
                    client.startHandshake();
                    client.getInputStream().read();
                } catch (IOException e) {
                    // The client did not like what it saw, or the test is over.
                }
            }
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
