package io.webchat.push.fanout;

import static org.assertj.core.api.Assertions.assertThat;

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

        past.erase("a");

        assertThat(past.from(0)).extracting(LogEvent::offset).containsExactly(1L);
        assertThat(past.start()).isZero();
    }

    @Test
    void whatAMessageSaidThatIsDeletedIsNotToldLater() {
        var past = new RecentPast(10, 10_000);
        var frame =
                "{\"op\":\"event\",\"data\":{\"messageId\":\"a\",\"content\":\"x\",\"mentions\":{},\"replyTo\":\"b\"}}";
        var posted = posted(0, "a", frame);
        var edited = event(1, "a", Change.EDITED, frame);
        var other = posted(2, "b", frame);
        var deleted = event(3, "a", Change.DELETED, frame);
        List.of(posted, edited, other).forEach(past::append);
        assertThat(past.late(posted)).contains(posted);

        past.append(deleted);

        assertThat(past.late(posted))
                .map(event -> event.frame().text())
                .contains("{\"op\":\"event\",\"data\":{\"messageId\":\"a\",\"content\":\"\"}}");
        assertThat(past.late(edited)).isEmpty();
        assertThat(past.late(other)).contains(other);
        assertThat(past.late(deleted)).contains(deleted);
        assertThat(past.deleted()).containsExactly("a");
    }

    @Test
    void forgetsADeletionWithItsEvent() {
        var past = new RecentPast(1, 10_000);
        past.append(event(0, "a", Change.DELETED, "x"));
        past.append(posted(1, "b", "x"));

        assertThat(past.deleted()).isEmpty();
    }

    private static LogEvent posted(long offset, String message, String text) {
        return event(offset, message, Change.POSTED, text);
    }

    private static LogEvent event(long offset, String message, Change change, String text) {
        return new LogEvent(
                EventStream.MESSAGES.getFirst(),
                offset,
                new Recipients.Members(SERVER, Audience.MEMBERS),
                List.of(),
                null,
                message,
                change,
                null,
                null,
                Frame.of(text));
    }
}
