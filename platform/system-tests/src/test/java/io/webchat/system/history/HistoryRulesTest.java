package io.webchat.system.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.webchat.client.HistoryMessage;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The checker itself is checked: each rule can be broken, and says so. */
class HistoryRulesTest {
    private static final UUID CHANNEL = new UUID(0, 0);
    private static final UUID A = new UUID(0, 1);
    private static final UUID B = new UUID(0, 2);

    private static final List<Write> WRITES = List.of(new Write(CHANNEL, A, 10, 20), new Write(CHANNEL, B, 30, 40));
    private static final List<HistoryMessage> HISTORY = List.of(message(1, A), message(2, B));

    @Test
    void aFaithfulHistoryBreaksNoRule() {
        assertThat(HistoryRules.broken(WRITES, HISTORY, Map.of("bo", List.of(A, B))))
                .isEmpty();
    }

    @Test
    void writesThatOverlapMayComeInEitherOrder() {
        var overlapping = List.of(new Write(CHANNEL, A, 10, 35), new Write(CHANNEL, B, 30, 40));

        assertThat(HistoryRules.broken(overlapping, List.of(message(1, B), message(2, A)), Map.of()))
                .isEmpty();
    }

    @Test
    void aLostMessageIsFound() {
        assertThat(HistoryRules.broken(WRITES, List.of(message(1, A)), Map.of()))
                .containsExactly("acknowledged and lost: " + B);
    }

    @Test
    void aDoubledMessageIsFound() {
        assertThat(HistoryRules.broken(WRITES, List.of(message(1, A), message(2, B), message(3, B)), Map.of()))
                .singleElement()
                .asString()
                .startsWith("doubled or never written");
    }

    @Test
    void aHoleInTheNumbersIsFound() {
        assertThat(HistoryRules.broken(WRITES, List.of(message(1, A), message(3, B)), Map.of()))
                .containsExactly("number 3 (expected: 2)");
    }

    @Test
    void aMessageBeforeOneThatWasAcknowledgedEarlierIsFound() {
        assertThat(HistoryRules.broken(WRITES, List.of(message(1, B), message(2, A)), Map.of()))
                .containsExactly(A + " was acknowledged before " + B + " was begun, and comes after it");
    }

    @Test
    void aReaderWhoMissedOrDoubledSomethingIsFound() {
        assertThat(HistoryRules.broken(WRITES, HISTORY, Map.of("bo", List.of(B))))
                .containsExactly("bo saw " + B + " at place 1 (expected: " + A + ")");
        assertThat(HistoryRules.broken(WRITES, HISTORY, Map.of("bo", List.of(A, B, B))))
                .containsExactly("bo saw " + B + " at place 3 (expected: null)");
    }

    private static HistoryMessage message(long number, UUID id) {
        return new HistoryMessage(number, id, CHANNEL, A, "hi", Instant.EPOCH);
    }
}
