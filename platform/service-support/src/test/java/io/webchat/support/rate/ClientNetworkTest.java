package io.webchat.support.rate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClientNetworkTest {
    @Test
    void anIpv4AddressStandsForItself() {
        assertThat(ClientNetwork.of("203.0.113.9")).isEqualTo("203.0.113.9");
        assertThat(ClientNetwork.of("::ffff:203.0.113.9")).isEqualTo("203.0.113.9");
    }

    @Test
    void anIpv6AddressStandsForItsNetwork() {
        assertThat(ClientNetwork.of("2001:db8:1:2:3:4:5:6"))
                .isEqualTo("20010db800010002")
                .isEqualTo(ClientNetwork.of("2001:db8:1:2::1"))
                .isNotEqualTo(ClientNetwork.of("2001:db8:1:3::1"));
    }

    @Test
    void aNeighbourhoodIsWiderThanAnAddress() {
        assertThat(ClientNetwork.neighbourhoodOf("203.0.113.9"))
                .isEqualTo("cb0071")
                .isEqualTo(ClientNetwork.neighbourhoodOf("203.0.113.200"))
                .isNotEqualTo(ClientNetwork.neighbourhoodOf("203.0.114.9"));
        assertThat(ClientNetwork.neighbourhoodOf("2001:db8:1:2:3:4:5:6"))
                .isEqualTo(ClientNetwork.neighbourhoodOf("2001:db8:1:ffff::"))
                .isNotEqualTo(ClientNetwork.neighbourhoodOf("2001:db8:2::"));
        assertThat(ClientNetwork.neighbourhoodOf("_hidden")).isEqualTo("unknown");
    }

    /** Never looked up. */
    @ParameterizedTest
    @ValueSource(strings = {"", "unknown", "localhost", "_hidden", "203.0.113.9:4711"})
    void whatIsNoAddressSharesOneBucket(String text) {
        assertThat(ClientNetwork.of(text)).isEqualTo("unknown");
    }
}
