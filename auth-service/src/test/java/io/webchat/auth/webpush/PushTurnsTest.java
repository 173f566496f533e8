package io.webchat.auth.webpush;

import static org.assertj.core.api.Assertions.assertThat;

import io.webchat.auth.webpush.PushTurns.Turn;
import io.webchat.domain.user.UserId;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PushTurnsTest {
    private static final Runnable CALL = () -> {};

    private final PushTurns turns = new PushTurns();
    private final UserId ada = new UserId(UUID.randomUUID());
    private final UserId ben = new UserId(UUID.randomUUID());

    @Test
    void aFewOfOnePersonAreMadeAtOnceAndTheOthersInTheirOrder() {
        for (var i = 0; i < PushTurns.AT_ONCE; i++) {
            assertThat(turns.ask(ada, CALL)).isEqualTo(Turn.NOW);
        }
        Runnable first = () -> {};
        Runnable second = () -> {};
        assertThat(turns.ask(ada, first)).isEqualTo(Turn.LATER);
        assertThat(turns.ask(ada, second)).isEqualTo(Turn.LATER);
        assertThat(turns.ask(ben, CALL)).isEqualTo(Turn.NOW);

        assertThat(turns.next(ada)).containsSame(first);
        assertThat(turns.next(ada)).containsSame(second);
        assertThat(turns.ask(ada, CALL)).isEqualTo(Turn.LATER);
    }

    @Test
    void whatIsTooMuchIsNotMadeUntilThereIsRoomAgain() {
        for (var i = 0; i < PushTurns.AT_ONCE + PushTurns.WAITING; i++) {
            assertThat(turns.ask(ada, CALL)).isNotEqualTo(Turn.NEVER);
        }
        assertThat(turns.ask(ada, CALL)).isEqualTo(Turn.NEVER);

        for (var i = 0; i < PushTurns.WAITING; i++) {
            assertThat(turns.next(ada)).isPresent();
        }
        for (var i = 0; i < PushTurns.AT_ONCE; i++) {
            assertThat(turns.next(ada)).isEmpty();
        }
        assertThat(turns.ask(ada, CALL)).isEqualTo(Turn.NOW);
    }
}
