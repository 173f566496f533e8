package io.webchat.domain.message;

import static io.webchat.domain.message.Room.ADA;
import static io.webchat.domain.message.Room.BEN;
import static io.webchat.domain.message.Room.CLEO;
import static io.webchat.domain.message.Room.DAN;
import static io.webchat.domain.message.Room.DELETED;
import static io.webchat.domain.message.Room.GENERAL;
import static io.webchat.domain.message.Room.MESSAGE;
import static io.webchat.domain.message.Room.NOW;
import static io.webchat.domain.message.Room.POSTED;
import static io.webchat.domain.message.Room.SERVER;
import static io.webchat.domain.message.Room.nobodyMay;
import static io.webchat.domain.message.Room.timedOut;
import static io.webchat.domain.message.Talk.given;

import io.webchat.domain.Rejection.Reason;
import io.webchat.domain.structure.MemberEvent;
import io.webchat.domain.structure.Permission;
import io.webchat.domain.user.UserId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EditMessageTest {
    @Test
    void itsAuthorWritesItAnew() {
        given(POSTED).when(edit(CLEO, "Hi")).then(edited(1, "Hi", null));
    }

    @Test
    void eachEditIsCountedAndFindsItsMentions() {
        given(POSTED, edited(1, "Hi", null))
                .when(edit(CLEO, "<@" + DAN + ">"))
                .then(edited(2, "<@" + DAN + ">", new Mentions(List.of(DAN), List.of(), false)));
    }

    @Test
    void theSameWordsAreNoEdit() {
        given(POSTED).when(edit(CLEO, "Hello")).thenNothing();
    }

    @Test
    void nobodyEditsTheWordsOfOthers() {
        given(POSTED).when(edit(BEN, "Hi")).thenRejected(Reason.MISSING_PERMISSION);
        given(POSTED).when(edit(ADA, "Hi")).thenRejected(Reason.MISSING_PERMISSION);
    }

    @Test
    void whoMayNoLongerSendMayNotEdit() {
        given(POSTED)
                .where(nobodyMay(Permission.SEND_MESSAGES))
                .when(edit(CLEO, "Hi"))
                .thenRejected(Reason.MISSING_PERMISSION);
        given(POSTED).where(timedOut(CLEO)).when(edit(CLEO, "Hi")).thenRejected(Reason.TIMED_OUT);
    }

    @Test
    void whoNoLongerSeesTheChannelIsToldThatThereIsNone() {
        given(POSTED)
                .where(new MemberEvent.Left(SERVER, CLEO, NOW))
                .when(edit(CLEO, "Hi"))
                .thenRejected(Reason.UNKNOWN_CHANNEL);
        new Talk(List.of(POSTED), List.of(), null).when(edit(CLEO, "Hi")).thenRejected(Reason.UNKNOWN_CHANNEL);
    }

    @Test
    void whatIsGoneOrNeverWasCannotBeEdited() {
        given().when(edit(CLEO, "Hi")).thenRejected(Reason.UNKNOWN_MESSAGE);
        given(POSTED, DELETED).when(edit(CLEO, "Hi")).thenRejected(Reason.UNKNOWN_MESSAGE);
    }

    private static MessageCommand.Edit edit(UserId actor, String content) {
        return new MessageCommand.Edit(GENERAL, MESSAGE, new MessageContent(content), actor, NOW);
    }

    private static MessageChange.Edited edited(int revision, String content, @Nullable Mentions mentions) {
        return new MessageChange.Edited(SERVER, GENERAL, MESSAGE, CLEO, revision, content, mentions, NOW);
    }
}
