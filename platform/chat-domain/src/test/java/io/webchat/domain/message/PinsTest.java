package io.webchat.domain.message;

import static io.webchat.domain.message.Room.BEN;
import static io.webchat.domain.message.Room.CLEO;
import static io.webchat.domain.message.Room.DELETED;
import static io.webchat.domain.message.Room.EVE;
import static io.webchat.domain.message.Room.GENERAL;
import static io.webchat.domain.message.Room.MESSAGE;
import static io.webchat.domain.message.Room.NOW;
import static io.webchat.domain.message.Room.POSTED;
import static io.webchat.domain.message.Room.SERVER;
import static io.webchat.domain.message.Room.message;
import static io.webchat.domain.message.Room.timedOut;
import static io.webchat.domain.message.Talk.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.webchat.domain.Rejection.Reason;
import io.webchat.domain.user.UserId;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PinsTest {
    @Test
    void whoMayPinsAMessage() {
        given(POSTED).when(pin(BEN)).then(pinned(MESSAGE));
        given(POSTED, pinned(MESSAGE)).when(pin(BEN)).thenNothing();
        given(POSTED).when(pin(CLEO)).thenRejected(Reason.MISSING_PERMISSION);
        given(POSTED).where(timedOut(BEN)).when(pin(BEN)).thenRejected(Reason.TIMED_OUT);
    }

    @Test
    void fiftyMayBePinned() {
        given(withPins(49)).when(pin(BEN)).then(pinned(MESSAGE));
        given(withPins(50)).when(pin(BEN)).thenRejected(Reason.LIMIT_REACHED);
    }

    @Test
    void whoMayTakesItDown() {
        given(POSTED, pinned(MESSAGE)).when(unpin(BEN)).then(new PinEvent.Unpinned(SERVER, GENERAL, MESSAGE, BEN, NOW));
        given(POSTED).when(unpin(BEN)).thenNothing();
        given(POSTED, pinned(MESSAGE)).when(unpin(CLEO)).thenRejected(Reason.MISSING_PERMISSION);
        given(POSTED, pinned(MESSAGE)).where(timedOut(BEN)).when(unpin(BEN)).thenRejected(Reason.TIMED_OUT);
    }

    @Test
    void whatIsGoneIsNotPinned() {
        given().when(pin(BEN)).thenRejected(Reason.UNKNOWN_MESSAGE);
        given(POSTED, DELETED).when(pin(BEN)).thenRejected(Reason.UNKNOWN_MESSAGE);
        given().when(unpin(BEN)).thenRejected(Reason.UNKNOWN_MESSAGE);
        given(POSTED).when(pin(EVE)).thenRejected(Reason.UNKNOWN_CHANNEL);
        given(POSTED).when(unpin(EVE)).thenRejected(Reason.UNKNOWN_CHANNEL);
        assertThat(Pins.NONE.evolve(pinned(MESSAGE)).without(MESSAGE)).isEqualTo(Pins.NONE);
    }

    @Test
    void ofThoseThatRaceForTheLastPlaceTheFirstGetsIt() {
        var pins = Pins.NONE;
        for (var i = 0; i < 55; i++) {
            pins = pins.evolve(pinned(message(i)));
        }

        assertThat(pins.messages()).hasSize(50).startsWith(message(0)).endsWith(message(49));
        assertThat(pins.evolve(pinned(message(0)))).isEqualTo(pins);
        var unpinned = pins.evolve(new PinEvent.Unpinned(SERVER, GENERAL, message(0), BEN, NOW));
        assertThat(unpinned.evolve(pinned(message(50))).messages()).endsWith(message(50));
    }

    private static MessageEvent[] withPins(int count) {
        var others = IntStream.range(0, count).mapToObj(i -> pinned(message(100 + i)));
        return Stream.concat(Stream.of(POSTED), others).toArray(MessageEvent[]::new);
    }

    private static MessageCommand.Pin pin(UserId actor) {
        return new MessageCommand.Pin(GENERAL, MESSAGE, actor, NOW);
    }

    private static MessageCommand.Unpin unpin(UserId actor) {
        return new MessageCommand.Unpin(GENERAL, MESSAGE, actor, NOW);
    }

    private static PinEvent.Pinned pinned(MessageId message) {
        return new PinEvent.Pinned(SERVER, GENERAL, message, BEN, NOW);
    }
}
