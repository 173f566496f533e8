package io.webchat.benchmark.push;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BareWritesTest {
    @Test
    void aWriteTakesSomeTime() throws Exception {
        assertThat(BareWrites.microsPerWrite(10, 200, Duration.ZERO)).isBetween(0.1, 1_000.0);
    }

    @Test
    void pausesDoNotCount() throws Exception {
        assertThat(BareWrites.microsPerWrite(1, 200, Duration.ofMillis(5))).isBetween(0.1, 4_000.0);
    }
}
