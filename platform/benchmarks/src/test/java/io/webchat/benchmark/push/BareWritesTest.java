package io.webchat.benchmark.push;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class BareWritesTest {
    @Test
    void aWriteTakesSomeTime() throws IOException {
        assertThat(BareWrites.microsPerWrite(10, 200)).isBetween(0.1, 1_000.0);
    }
}
