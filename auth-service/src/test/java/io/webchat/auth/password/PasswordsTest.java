package io.webchat.auth.password;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class PasswordsTest {
    private final Passwords passwords = new Passwords(
            new PasswordProperties(DataSize.ofKilobytes(1024), 1, 1, Duration.ofMillis(50)), new SimpleMeterRegistry());

    @Test
    void aHashMatchesItsPasswordOnly() {
        var hash = passwords.hash("correct horse");

        assertThat(passwords.matches("correct horse", hash)).isTrue();
        assertThat(passwords.matches("correct horse ", hash)).isFalse();
        assertThat(passwords.matches("correct horse", null)).isFalse();
    }

    /** On a virtual thread nobody else would be answered meanwhile, where there is one processor. */
    @Test
    void theWorkIsDoneByThreadsOfItsOwn() throws Exception {
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        try (var requests = Executors.newVirtualThreadPerTaskExecutor()) {
            requests.submit(() -> passwords.hash("correct horse")).get();
        }

        assertThat(Arrays.stream(threads.getThreadInfo(threads.getAllThreadIds()))
                        .filter(Objects::nonNull)
                        .filter(thread -> thread.getThreadName().startsWith("passwords-"))
                        .mapToLong(thread -> threads.getThreadAllocatedBytes(thread.getThreadId()))
                        .sum())
                .isGreaterThan(1024 * 1024);
    }

    @Test
    void aPasswordIsNotPartOfAnyText() {
        assertThat(new Password("correct horse").toString()).doesNotContain("horse");
    }
}
