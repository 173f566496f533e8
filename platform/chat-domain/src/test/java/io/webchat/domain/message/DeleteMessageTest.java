package io.webchat.domain.message;

import static io.webchat.domain.message.Room.BEN;
import static io.webchat.domain.message.Room.CLEO;
import static io.webchat.domain.message.Room.DAN;
import static io.webchat.domain.message.Room.DELETED;
import static io.webchat.domain.message.Room.EVE;
import static io.webchat.domain.message.Room.GENERAL;
import static io.webchat.domain.message.Room.MESSAGE;
import static io.webchat.domain.message.Room.NOW;
import static io.webchat.domain.message.Room.POSTED;
import static io.webchat.domain.message.Room.SERVER;
import static io.webchat.domain.message.Room.timedOut;
import static io.webchat.domain.message.Talk.given;

import io.webchat.domain.Rejection.Reason;
import io.webchat.domain.user.UserId;
import org.junit.jupiter.api.Test;

class DeleteMessageTest {
    @Test
    void itsAuthorTakesItAway() {
        given(POSTED).when(delete(CLEO)).then(new MessageChange.Deleted(SERVER, GENERAL, MESSAGE, CLEO, NOW));
    }

    @Test
    void soDoesWhoManagesMessages() {
        given(POSTED).when(delete(BEN)).then(new MessageChange.Deleted(SERVER, GENERAL, MESSAGE, BEN, NOW));
        given(POSTED).when(delete(DAN)).thenRejected(Reason.MISSING_PERMISSION);
        given(POSTED).where(timedOut(BEN)).when(delete(BEN)).thenRejected(Reason.TIMED_OUT);
    }

    @Test
    void evenWhoIsTimedOutMayTakeBackTheirOwn() {
        given(POSTED)
                .where(timedOut(CLEO))
                .when(delete(CLEO))
                .then(new MessageChange.Deleted(SERVER, GENERAL, MESSAGE, CLEO, NOW));
    }

    @Test
    void deletingAgainIsNoMistake() {
        given(POSTED, DELETED).when(delete(CLEO)).thenNothing();
    }

    @Test
    void whatNeverWasCannotBeDeleted() {
        given().when(delete(CLEO)).thenRejected(Reason.UNKNOWN_MESSAGE);
        given(POSTED).when(delete(EVE)).thenRejected(Reason.UNKNOWN_CHANNEL);
    }

    private static MessageCommand.Delete delete(UserId actor) {
        return new MessageCommand.Delete(GENERAL, MESSAGE, actor, NOW);
    }
}
