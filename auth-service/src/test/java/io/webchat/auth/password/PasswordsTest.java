package io.webchat.auth.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.webchat.support.problem.ProblemException;
import io.webchat.support.problem.ProblemType;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
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

    @Test
    void oneWhoWouldExceedTheConcurrencyWaitsAndIsThenTurnedAway() throws Exception {
        var started = new CountDownLatch(1);
        var finish = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = threads.submit(() -> passwords.limited(() -> {
                started.countDown();
                try {
                    finish.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                return true;
            }));
            started.await();

            assertThatThrownBy(() -> passwords.hash("correct horse"))
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            problem -> assertThat(problem.type()).isEqualTo(ProblemType.OVERLOADED));

            finish.countDown();
            assertThat(running.get()).isTrue();
            assertThat(passwords.hash("correct horse")).isNotEmpty();
        }
    }

    @Test
    void aPasswordIsNotPartOfAnyText() {
        assertThat(new Password("correct horse").toString()).doesNotContain("horse");
    }
}
