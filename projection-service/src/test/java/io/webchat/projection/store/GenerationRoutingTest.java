package io.webchat.projection.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GenerationRoutingTest {
    private final GenerationRouting routing = new GenerationRouting();

    @Test
    void whoReadsStaysWithTheGenerationsOfTheBeginning() {
        routing.runWithLive(() -> {
            assertThat(routing.collection("messages")).isEqualTo("messages");
            routing.read(new Generation("timeline", 2));
            assertThat(routing.collection("messages"))
                    .as("of a view that was never built anew before")
                    .isEqualTo("messages");
            return null;
        });

        assertThat(routing.collection("messages")).isEqualTo("messages.2");
    }

    @Test
    void whatIsNoViewHasNoGenerations() {
        assertThat(routing.collection("accounts")).isEqualTo("accounts");
    }
}
