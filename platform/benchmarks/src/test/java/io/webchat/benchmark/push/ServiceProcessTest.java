package io.webchat.benchmark.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ServiceProcessTest {
    /** Another JVM: one cannot attach to itself. */
    @Test
    void aProcessTellsWhatItTakes() throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "jshell");
        var process = new ProcessBuilder(java.toString(), "-s", "-").start();
        try (var seen = ServiceProcess.attach(process.pid())) {
            assertThat(seen.liveHeap()).isPositive();
            assertThat(seen.resident()).isGreaterThan(seen.liveHeap());
            assertThat(seen.cpuNanos()).isPositive();
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void aProcessThatIsNoneIsSaid() {
        assertThatExceptionOfType(IOException.class).isThrownBy(() -> ServiceProcess.attach(Long.MAX_VALUE));
    }
}
