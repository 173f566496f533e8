package io.webchat.push.fanout;

import static org.assertj.core.api.Assertions.assertThat;

import io.webchat.domain.message.Mentions;
import io.webchat.domain.structure.ServerId;
import io.webchat.push.entitlement.Audience;
import io.webchat.push.fanout.LogEvent.Change;
import io.webchat.push.protocol.EventStream;
import io.webchat.push.protocol.Frame;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RecentPastTest {
    private static final ServerId SERVER = new ServerId(new UUID(0, 1));
    private static final Mentions NOBODY = new Mentions(List.of(), List.of(), false);
    /** What is left of an event whose message says something else by now. */
    private static final String WORDLESS =
            "{\"op\":\"event\",\"data\":{\"messageId\":\"a\",\"content\":\"\",\"replyTo\":\"b\"}}";
    /** What is left of one whose message says nothing any more. */
    private static final String SILENT = "{\"op\":\"event\",\"data\":{\"messageId\":\"a\",\"content\":\"\"}}";

    @Test
    void coversNothingBeforeItWasReached() {
        var past = new RecentPast(3, 10_000);

        past.reached(7);

        assertThat(past.start()).isEqualTo(7);
        assertThat(past.next()).isEqualTo(7);
        assertThat(past.from(0)).isEmpty();
    }

    @Test
    void keepsNoMoreThanItsNumberOfEvents() {
        var past = new RecentPast(3, 10_000);
        for (var offset = 10; offset < 20; offset++) {
            past.append(posted(offset, "m" + offset, "x"));
        }

        assertThat(past.from(0)).extracting(LogEvent::offset).containsExactly(17L, 18L, 19L);
        assertThat(past.start()).isEqualTo(17);
        assertThat(past.next()).isEqualTo(20);
    }

    @Test
    void keepsNoMoreThanItsBytes() {
        var past = new RecentPast(100, 2_500);
        for (var offset = 0; offset < 4; offset++) {
            past.append(posted(offset, "m" + offset, "x".repeat(1_000)));
        }

        assertThat(past.from(0)).extracting(LogEvent::offset).containsExactly(2L, 3L);
    }

    @Test
    void bytesCountAsUtf8() {
        var past = new RecentPast(100, 2_500);
        past.append(posted(0, "a", "é".repeat(1_000)));
        past.append(posted(1, "b", "é".repeat(1_000)));

        assertThat(past.from(0)).extracting(LogEvent::offset).containsExactly(1L);
    }

    @Test
    void beginsAtTheFirstEventThatIsAsked() {
        var past = new RecentPast(10, 10_000);
        past.append(posted(3, "a", "x"));
        past.append(posted(5, "b", "x"));
        past.append(posted(9, "c", "x"));

        assertThat(past.from(4)).extracting(LogEvent::offset).containsExactly(5L, 9L);
        assertThat(past.from(10)).isEmpty();
    }

    @Test
    void leavesOutARetryButPassesIt() {
        var past = new RecentPast(10, 10_000);

        assertThat(past.append(posted(0, "a", "x"))).isTrue();
        assertThat(past.append(posted(1, "a", "x"))).isFalse();

        assertThat(past.from(0)).extracting(LogEvent::offset).containsExactly(0L);
        assertThat(past.next()).isEqualTo(2);
    }

    @Test
    void recognisesNoRetryOfWhatItHasForgotten() {
        var past = new RecentPast(1, 10_000);
        past.append(posted(0, "a", "x"));
        past.append(posted(1, "b", "x"));

        assertThat(past.append(posted(2, "a", "x"))).isTrue();
    }

    @Test
    void takesNoOffsetTwice() {
        var past = new RecentPast(10, 10_000);
        past.append(posted(5, "a", "x"));

        assertThat(past.append(posted(5, "b", "x"))).isFalse();
        assertThat(past.append(posted(4, "c", "x"))).isFalse();
    }

    @Test
    void erasesAMessageAndStillCoversItsOffset() {
        var past = new RecentPast(10, 10_000);
        past.append(posted(0, "a", "x"));
        past.append(posted(1, "b", "x"));

        past.erase("a", 2);

        assertThat(past.from(0)).extracting(LogEvent::offset).containsExactly(1L);
        assertThat(past.start()).isZero();
        assertThat(past.next()).isEqualTo(3);
    }

    @Test
    void whatIsErasedIsNotToldBesideWhatIsReadFromTheLog() {
        var past = new RecentPast(10, 10_000);
        past.append(posted(5, "b", "x"));
        past.append(deleted(6, "a"));
        past.erase("a", 7);

        var longAgo = posted(0, "a", saying("x"));
        assertThat(past.wordings().isErased(longAgo)).isTrue();
        assertThat(past.wordings().late(longAgo).frame().text()).isEqualTo(SILENT);
        assertThat(past.wordings().isErased(posted(1, "b", saying("kept")))).isFalse();
    }

    @Test
    void whatWasErasedCountsAmongItsEventsAndIsForgottenInItsTurn() {
        var past = new RecentPast(2, 10_000);
        past.erase("a", 0);
        past.erase("b", 1);
        past.append(posted(2, "c", "x"));

        assertThat(past.start()).isEqualTo(1);
        assertThat(past.wordings().size()).isOne();
        past.append(posted(3, "d", "x"));
        past.append(posted(4, "e", "x"));
        assertThat(past.start()).isEqualTo(3);
        assertThat(past.wordings().size()).isZero();
        past.erase("late", 2);
        assertThat(past.start()).isEqualTo(3);
    }

    @Test
    void whatAMessageSaidThatIsDeletedIsNotToldLater() {
        var past = new RecentPast(10, 10_000);
        past.append(posted(0, "a", saying("x")));
        past.append(edited(1, "a", 1, "y"));
        past.append(edited(2, "a", 2, "z"));
        past.append(posted(3, "b", saying("kept")));
        past.append(deleted(4, "a"));
        past.append(edited(5, "a", 3, "late"));

        assertThat(told(past)).containsExactly(SILENT, WORDLESS, WORDLESS, saying("kept"), "deleted", WORDLESS);
    }

    @Test
    void whatAMessageSaidBeforeItWasEditedIsNotToldLater() {
        var past = new RecentPast(10, 10_000);
        past.append(posted(0, "a", saying("x")));
        past.append(posted(1, "b", saying("kept")));
        past.append(event(2, "a", Change.OTHER, 0, "pinned"));
        assertThat(told(past)).containsExactly(saying("x"), saying("kept"), "pinned");

        past.append(edited(3, "a", 1, "y"));
        assertThat(told(past)).containsExactly(WORDLESS, saying("kept"), "pinned", saying("y"));

        past.append(edited(4, "a", 2, "z"));
        assertThat(told(past)).containsExactly(WORDLESS, saying("kept"), "pinned", WORDLESS, saying("z"));
        assertThat(past.from(0)).extracting(LogEvent::mentions).containsExactly(null, NOBODY, NOBODY, null, NOBODY);
    }

    @Test
    void ofTwoEditsWithOneRevisionTheFirstIsToldLater() {
        var past = new RecentPast(10, 10_000);
        past.append(posted(0, "a", saying("x")));
        past.append(edited(1, "a", 1, "y"));
        past.append(edited(2, "a", 2, "z"));
        past.append(edited(3, "a", 2, "raced"));
        past.append(edited(4, "a", 1, "raced too"));

        assertThat(told(past)).containsExactly(WORDLESS, WORDLESS, saying("z"), WORDLESS, WORDLESS);
    }

    @Test
    void aRetryAfterAnEditIsToldWithoutTheWordingToo() {
        var past = new RecentPast(2, 10_000);
        past.append(posted(0, "a", saying("x")));
        past.append(edited(1, "a", 1, "y"));
        past.append(posted(2, "b", saying("kept")));

        past.append(posted(3, "a", saying("x")));

        assertThat(told(past)).containsExactly(saying("kept"), WORDLESS);
    }

    @Test
    void whatIsNotToldAnyMoreTakesNoRoom() {
        var past = new RecentPast(100, 2_500);
        past.append(posted(0, "a", saying("x".repeat(1_000))));
        past.append(edited(1, "a", 1, "y"));
        past.append(posted(2, "b", "x".repeat(1_000)));

        assertThat(past.from(0)).extracting(LogEvent::offset).containsExactly(0L, 1L, 2L);
    }

    @Test
    void forgetsAWordingWithItsEvent() {
        var past = new RecentPast(2, 10_000);
        past.append(deleted(0, "a"));
        past.append(edited(1, "b", 1, "y"));
        past.append(edited(2, "b", 2, "z"));
        assertThat(past.wordings().size()).isOne();

        past.append(posted(3, "c", saying("x")));
        assertThat(past.wordings().size()).isOne();
        past.append(posted(4, "d", saying("x")));
        assertThat(past.wordings().size()).isZero();
    }

    private static List<String> told(RecentPast past) {
        return past.from(0).stream().map(event -> event.frame().text()).toList();
    }

    private static String saying(String content) {
        return "{\"op\":\"event\",\"data\":{\"messageId\":\"a\",\"content\":\"" + content
                + "\",\"mentions\":{},\"replyTo\":\"b\"}}";
    }

    private static LogEvent edited(long offset, String message, int revision, String content) {
        return event(offset, message, Change.EDITED, revision, saying(content));
    }

    private static LogEvent deleted(long offset, String message) {
        return event(offset, message, Change.DELETED, 0, "deleted");
    }

    private static LogEvent posted(long offset, String message, String text) {
        return event(offset, message, Change.POSTED, 0, text);
    }

    private static LogEvent event(long offset, String message, Change change, int revision, String text) {
        return new LogEvent(
                EventStream.MESSAGES.getFirst(),
                offset,
                new Recipients.Members(SERVER, Audience.MEMBERS),
                List.of(),
                null,
                message,
                change,
                revision,
                null,
                NOBODY,
                Frame.of(text));
    }
}
