package io.webchat.domain.message;

import static io.webchat.domain.message.Room.ADA;
import static io.webchat.domain.message.Room.BEN;
import static io.webchat.domain.message.Room.CLEO;
import static io.webchat.domain.message.Room.DAN;
import static io.webchat.domain.message.Room.EVE;
import static io.webchat.domain.message.Room.GENERAL;
import static io.webchat.domain.message.Room.LATER;
import static io.webchat.domain.message.Room.MESSAGE;
import static io.webchat.domain.message.Room.NOW;
import static io.webchat.domain.message.Room.OFFICE;
import static io.webchat.domain.message.Room.PHOTO;
import static io.webchat.domain.message.Room.POSTED;
import static io.webchat.domain.message.Room.SERVER;
import static io.webchat.domain.message.Room.message;
import static io.webchat.domain.message.Room.nobodyMay;
import static io.webchat.domain.message.Room.slowMode;
import static io.webchat.domain.message.Room.timedOut;
import static io.webchat.domain.message.Talk.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.webchat.domain.Rejection.Reason;
import io.webchat.domain.structure.ChannelEvent;
import io.webchat.domain.structure.ChannelId;
import io.webchat.domain.structure.Permission;
import io.webchat.domain.structure.Permissions;
import io.webchat.domain.user.UserId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PostMessageTest {
    @Test
    void aMemberPosts() {
        given().when(post(CLEO)).then(POSTED);
    }

    @Test
    void aReplyInAThreadWithAFileCarriesAll() {
        given().when(new MessageCommand.Post(GENERAL, MESSAGE, "", message(2), message(3), List.of(PHOTO), CLEO, NOW))
                .then(new MessageEvent.Posted(
                        SERVER, GENERAL, MESSAGE, CLEO, "", message(2), message(3), null, List.of(PHOTO), NOW));
    }

    @Test
    void whomItCallsIsResolvedWhenItIsWritten() {
        var content = "<@" + DAN + ">";
        given().when(new MessageCommand.Post(GENERAL, MESSAGE, content, null, null, List.of(), CLEO, NOW))
                .then(new MessageEvent.Posted(
                        SERVER,
                        GENERAL,
                        MESSAGE,
                        CLEO,
                        content,
                        null,
                        null,
                        new Mentions(List.of(DAN), List.of(), false),
                        null,
                        NOW));
    }

    @Test
    void whoDoesNotSeeTheChannelIsToldThatThereIsNone() {
        given().when(post(EVE)).thenRejected(Reason.UNKNOWN_CHANNEL);
        given().when(post(CLEO, OFFICE, NOW)).thenRejected(Reason.UNKNOWN_CHANNEL);
        given().when(post(ADA, new ChannelId(new UUID(1, 9)), NOW)).thenRejected(Reason.UNKNOWN_CHANNEL);
        new Talk(List.of(), List.of(), null).when(post(ADA)).thenRejected(Reason.UNKNOWN_CHANNEL);
    }

    @Test
    void sendingNeedsThePermission() {
        given().where(nobodyMay(Permission.SEND_MESSAGES)).when(post(CLEO)).thenRejected(Reason.MISSING_PERMISSION);
    }

    @Test
    void aFileNeedsThePermissionAndWordsDoNot() {
        var noFiles = given().where(nobodyMay(Permission.ATTACH_FILES));
        noFiles.when(new MessageCommand.Post(GENERAL, MESSAGE, "Look", null, null, List.of(PHOTO), CLEO, NOW))
                .thenRejected(Reason.MISSING_PERMISSION);
        noFiles.when(post(CLEO)).then(POSTED);
    }

    @Test
    void aTimeOutLastsUntilItsEnd() {
        given().where(timedOut(CLEO))
                .when(post(CLEO, GENERAL, LATER.minusMillis(1)))
                .thenRejected(Reason.TIMED_OUT);
        given().where(timedOut(CLEO)).when(post(CLEO, GENERAL, LATER)).then(posted(CLEO, LATER));
    }

    @Test
    void slowModeEndsAfterExactlyItsTime() {
        var slow = given().where(slowMode(60)).lastPostAt(NOW);
        slow.when(post(CLEO, GENERAL, NOW)).thenRejected(Reason.SLOW_MODE);
        slow.when(post(CLEO, GENERAL, LATER.minusMillis(1))).thenRejected(Reason.SLOW_MODE);
        slow.when(post(CLEO, GENERAL, LATER)).then(posted(CLEO, LATER));
        given().where(slowMode(60)).when(post(CLEO)).then(POSTED);
        given().lastPostAt(NOW).when(post(CLEO)).then(POSTED);
    }

    @Test
    void whoLooksAfterTheChannelDoesNotWait() {
        var slow = given().where(slowMode(60)).lastPostAt(NOW);
        slow.when(post(BEN)).then(posted(BEN, NOW));
        slow.when(post(ADA)).then(posted(ADA, NOW));
        slow.where(new ChannelEvent.MemberOverridden(
                        SERVER, GENERAL, DAN, Permissions.of(Permission.MANAGE_CHANNELS), Permissions.NONE, ADA, NOW))
                .when(post(DAN))
                .then(posted(DAN, NOW));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n\t ", "\u200d", "\u0007", "a\u0000b", "\ud800"})
    void aMessageSaysSomething(String content) {
        assertThatIllegalArgumentException().isThrownBy(() -> new MessageContent(content));
    }

    @Test
    void aMessageHasAtMostFourThousandCharactersAsPeopleSeeThem() {
        assertThat(new MessageContent("👋".repeat(4_000)).value()).hasSize(8_000);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MessageContent("x".repeat(4_001)))
                .withMessageContaining("has 4001");
    }

    @Test
    void aMessageIsKeptAsWritten() {
        assertThat(new MessageContent("  two spaces  ").value()).isEqualTo("  two spaces  ");
    }

    private static MessageEvent.Posted posted(UserId author, Instant at) {
        return MessageEvent.Posted.text(SERVER, GENERAL, MESSAGE, author, "Hello", at);
    }

    private static MessageCommand.Post post(UserId actor) {
        return post(actor, GENERAL, NOW);
    }

    private static MessageCommand.Post post(UserId actor, ChannelId channel, Instant at) {
        return new MessageCommand.Post(channel, MESSAGE, "Hello", null, null, List.of(), actor, at);
    }
}
