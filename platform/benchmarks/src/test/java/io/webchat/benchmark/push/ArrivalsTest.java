package io.webchat.benchmark.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ArrivalsTest {
    private final Arrivals arrivals = new Arrivals(2, 2);

    @Test
    void whatHasArrivedEverywhereIsCompleteAndHasItsLastTime() throws InterruptedException {
        arrive(0, 5);
        arrive(1, 7);
        arrive(1, 9);
        arrive(0, 6);

        arrivals.awaitAll(Duration.ZERO);
        assertThat(arrivals.of(0)).containsExactlyInAnyOrder(5, 6);
        assertThat(arrivals.last(1)).isEqualTo(9);
    }

    @Test
    void whatIsMissingIsSaid() {
        arrive(0, 5);

        assertThatIllegalStateException()
                .isThrownBy(() -> arrivals.awaitAll(Duration.ZERO))
                .withMessageContaining("3 of 4 deliveries are missing");
    }

    @Test
    void whatArrivesTwiceIsSaid() {
        arrive(0, 5);
        arrive(0, 6);
        arrive(0, 7);
        arrive(1, 8);

        assertThatIllegalStateException()
                .isThrownBy(() -> arrivals.awaitAll(Duration.ZERO))
                .withMessage("message 0 arrived 3 times at 2 recipients");
    }

    @Test
    void aMessageOfAnotherTrialDoesNotCount() {
        new Arrivals(2, 2).arrived(digits(arrivals, 0), 1, 650);

        assertThatIllegalStateException().isThrownBy(() -> arrivals.awaitAll(Duration.ZERO));
    }

    @Test
    void aMessageBeginsWithTheMarkThatIsLookedForAndIsAsLongAsItSays() {
        var content = arrivals.content(1);

        assertThat(new String(Arrivals.MARK, StandardCharsets.US_ASCII)).endsWith(content.substring(0, 1));
        assertThat(content).hasSize(Plan.MESSAGE_CHARACTERS);
    }

    private void arrive(int message, long time) {
        arrivals.arrived(digits(arrivals, message), time, 650);
    }

    private static String digits(Arrivals of, int message) {
        return of.content(message).substring(1, 1 + Arrivals.digits());
    }
}
