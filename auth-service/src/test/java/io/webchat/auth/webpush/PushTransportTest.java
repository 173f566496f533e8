package io.webchat.auth.webpush;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PushTransportTest {
    private static final Instant NOW = Instant.parse("2026-11-27T12:00:00Z");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "10.1.2.3",
                "172.16.0.1",
                "192.168.1.1",
                "169.254.169.254",
                "0.0.0.0",
                "100.64.0.1",
                "192.0.0.8",
                "198.18.0.1",
                "224.0.0.1",
                "240.0.0.1",
                "255.255.255.255",
                "::1",
                "::",
                "fe80::1",
                "fc00::1",
                "fd12::1",
                "ff02::1",
                "::ffff:127.0.0.1",
                "64:ff9b::7f00:1",
                "2002:7f00:1::1",
                "2001:0:7f00::1"
            })
    void whatIsNotOfThePublicInternetIsNotReached(String address) {
        assertThat(PublicAddresses.isPublic(InetAddress.ofLiteral(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"142.250.74.106", "99.80.1.1", "172.32.0.1", "198.20.0.1", "2a00:1450:4001::1"})
    void whatIsOfItIs(String address) {
        assertThat(PublicAddresses.isPublic(InetAddress.ofLiteral(address))).isTrue();
    }

    /** The name is harmless, and where it leads is not: looked at when it is connected to. */
    @ParameterizedTest
    @ValueSource(strings = {"localhost", "127.0.0.1", "[::1]"})
    void aNameThatLeadsIntoAPrivateNetworkIsNotConnectedTo(String host) throws Exception {
        try (var service = new PushServiceDouble();
                var transport = transport(false)) {
            var there = URI.create("http://" + host + ":" + service.port() + "/send");

            assertThatThrownBy(() -> transport.post(there, Map.of(), new byte[1]))
                    .isInstanceOf(UnknownHostException.class);
            assertThat(service.received()).isEmpty();
        }
    }

    @Test
    void noRedirectIsFollowed() throws Exception {
        try (var service = new PushServiceDouble();
                var transport = transport(true)) {
            service.answers(307, Map.of("Location", service.url("elsewhere")));

            assertThat(transport
                            .post(URI.create(service.url("send")), Map.of(), new byte[1])
                            .status())
                    .isEqualTo(307);
            assertThat(service.received()).hasSize(1);
        }
    }

    @Test
    void theHeadOfAnAnswerCountsWhateverBecomesOfItsBody() throws Exception {
        try (var service = new PushServiceDouble();
                var transport = transport(true)) {
            var there = URI.create(service.url("send"));
            service.answersWithoutEnd(201);
            service.answersAndStalls(202);

            var begin = System.nanoTime();
            assertThat(transport.post(there, Map.of(), new byte[1]).status()).isEqualTo(201);
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Settings.TIMEOUT);
            assertThat(transport.post(there, Map.of(), new byte[1]).status()).isEqualTo(202);
            assertThat(service.received()).hasSize(2);
        }
    }

    @Test
    void whenToAskAgainIsReadAsSecondsAndAsADate() throws Exception {
        try (var service = new PushServiceDouble();
                var transport = transport(true)) {
            var date = DateTimeFormatter.RFC_1123_DATE_TIME.format(
                    NOW.plusSeconds(90).atOffset(ZoneOffset.UTC));
            for (var header : Map.of("7", Duration.ofSeconds(7), date, Duration.ofSeconds(90))
                    .entrySet()) {
                service.answers(429, Map.of("Retry-After", header.getKey()));
                assertThat(transport.post(URI.create(service.url("send")), Map.of(), new byte[1]))
                        .isEqualTo(new PushTransport.Answer(429, header.getValue()));
            }
            service.answers(503, Map.of("Retry-After", "soon"));
            assertThat(transport.post(URI.create(service.url("send")), Map.of(), new byte[1]))
                    .isEqualTo(new PushTransport.Answer(503, null));
        }
    }

    private static PushTransport transport(boolean insecure) {
        return new PushTransport(Settings.of("", "", "", insecure), Clock.fixed(NOW, ZoneOffset.UTC));
    }
}
