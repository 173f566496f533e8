package io.webchat.domain.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.webchat.domain.Decision;
import io.webchat.domain.message.MessageId;
import io.webchat.domain.structure.ChannelId;
import io.webchat.domain.structure.ServerId;
import io.webchat.domain.user.UserId;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Marks move forward by reading, and back by an explicit wish only. */
class ReadingTest {
    private static final UserId ADA = new UserId(new UUID(0, 1));
    private static final ServerId SERVER = new ServerId(new UUID(0, 2));
    private static final ChannelId GENERAL = new ChannelId(new UUID(0, 3));
    private static final MessageId MESSAGE = new MessageId(new UUID(0, 4));
    private static final Instant NOW = Instant.parse("2026-01-31T12:34:56.789Z");

    @Test
    void readingMovesTheMarkForward() {
        assertThat(ReadingDecider.decide(4, read(7))).isEqualTo(Decision.accept(readEvent(7)));
        assertThat(readEvent(7).readUpTo()).isEqualTo(7);
    }

    @Test
    void readingWhatIsReadChangesNothing() {
        assertThat(ReadingDecider.decide(7, read(7))).isEqualTo(Decision.accept());
        assertThat(ReadingDecider.decide(8, read(7))).isEqualTo(Decision.accept());
    }

    @Test
    void aWishToReadAgainMovesTheMarkBack() {
        assertThat(ReadingDecider.decide(7, unread(3))).isEqualTo(Decision.accept(unreadEvent(3)));
        assertThat(unreadEvent(3).readUpTo()).isEqualTo(2);
        assertThat(unreadEvent(1).readUpTo()).isZero();
    }

    @Test
    void aMessageFurtherOnMayBeTheFirstUnreadOneToo() {
        assertThat(ReadingDecider.decide(2, unread(5))).isEqualTo(Decision.accept(unreadEvent(5)));
    }

    @Test
    void theFirstUnreadMessageIsThatAlready() {
        assertThat(ReadingDecider.decide(2, unread(3))).isEqualTo(Decision.accept());
    }

    @Test
    void levelsHaveNames() {
        for (var level : NotificationLevel.values()) {
            assertThat(NotificationLevel.ofSlug(level.slug())).isEqualTo(level);
        }
        assertThatIllegalArgumentException().isThrownBy(() -> NotificationLevel.ofSlug("ALL"));
    }

    private static ReadingCommand read(long number) {
        return new ReadingCommand.MarkRead(ADA, place(number), NOW);
    }

    private static ReadingCommand unread(long number) {
        return new ReadingCommand.MarkUnread(ADA, place(number), NOW);
    }

    private static ReadingCommand.Place place(long number) {
        return new ReadingCommand.Place(SERVER, GENERAL, null, MESSAGE, number);
    }

    private static ReadingEvent.Read readEvent(long number) {
        return new ReadingEvent.Read(ADA, SERVER, GENERAL, null, MESSAGE, number, NOW);
    }

    private static ReadingEvent.MarkedUnread unreadEvent(long number) {
        return new ReadingEvent.MarkedUnread(ADA, SERVER, GENERAL, null, MESSAGE, number, NOW);
    }
}
