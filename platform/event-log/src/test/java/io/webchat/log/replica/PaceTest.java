package io.webchat.log.replica;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PaceTest {
    private static final Pace HOUR = new Pace(Duration.ofHours(1), 3);

    @Test
    void nothingReadOrMuchReadIsFollowedAtOnce() {
        assertTimeoutPreemptively(Duration.ofSeconds(10), () -> {
            HOUR.after(0);
            HOUR.after(3);
            HOUR.after(4);
            Pace.AT_ONCE.after(1);
        });
    }

    @Test
    void whatComesAfterAFewRecordsGathers() {
        var began = System.nanoTime();
        new Pace(Duration.ofMillis(20), 3).after(2);

        assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThanOrEqualTo(Duration.ofMillis(20));
    }

    @Test
    void aReaderThatIsStoppedDoesNotWait() {
        assertTimeoutPreemptively(Duration.ofSeconds(10), () -> {
            Thread.currentThread().interrupt();
            HOUR.after(1);
            assertThat(Thread.interrupted()).isTrue();
        });
    }
}
