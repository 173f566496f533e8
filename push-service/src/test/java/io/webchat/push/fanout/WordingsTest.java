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

class WordingsTest {
    private final Wordings wordings = new Wordings();

    @Test
    void theHighestRevisionCountsInWhateverOrderPartsOfTheLogAreAdded() {
        wordings.addAll(of(edited(20, 3)));
        wordings.addAll(of(edited(5, 1), edited(9, 2)));

        assertThat(isTold(edited(20, 3))).isTrue();
        assertThat(isTold(edited(9, 2))).isFalse();
        assertThat(isTold(event(1, Change.POSTED, 0))).isFalse();
        assertThat(wordings.size()).isOne();
    }

    @Test
    void ofOneRevisionTheFirstInTheLogCounts() {
        wordings.addAll(of(edited(20, 2)));
        wordings.addAll(of(edited(9, 2), edited(12, 2)));

        assertThat(isTold(edited(9, 2))).isTrue();
        assertThat(isTold(edited(12, 2))).isFalse();
        assertThat(isTold(edited(20, 2))).isFalse();
    }

    @Test
    void whatCountsRatherThanWhatIsKnownIsToldAsItIs() {
        wordings.addAll(of(edited(9, 2)));

        assertThat(isTold(edited(12, 3))).isTrue();
        assertThat(isTold(edited(5, 2))).isTrue();
        assertThat(isTold(edited(12, 2))).isFalse();
    }

    @Test
    void nothingCountsOfADeletedMessageWhateverWasEditedLater() {
        wordings.addAll(of(event(9, Change.DELETED, 0)));
        wordings.addAll(of(edited(5, 1), edited(12, 2)));

        assertThat(isTold(edited(5, 1))).isFalse();
        assertThat(isTold(edited(12, 2))).isFalse();
        assertThat(isTold(event(1, Change.POSTED, 0))).isFalse();
    }

    @Test
    void anEditWithoutARevisionCountsForNothing() {
        assertThat(wordings.add(edited(9, 0))).isFalse();

        assertThat(isTold(event(1, Change.POSTED, 0))).isTrue();
    }

    @Test
    void whatIsNotAboutTheWordingIsToldAsItIs() {
        wordings.addAll(of(edited(9, 1)));

        assertThat(isTold(event(10, Change.OTHER, 0))).isTrue();
        assertThat(isTold(event(11, Change.DELETED, 0))).isTrue();
    }

    private boolean isTold(LogEvent event) {
        return wordings.late(event).frame().text().contains("said");
    }

    private static Wordings of(LogEvent... events) {
        var wordings = new Wordings();
        List.of(events).forEach(wordings::add);
        return wordings;
    }

    private static LogEvent edited(long offset, int revision) {
        return event(offset, Change.EDITED, revision);
    }

    private static LogEvent event(long offset, Change change, int revision) {
        return new LogEvent(
                EventStream.MESSAGES.getFirst(),
                offset,
                new Recipients.Members(new ServerId(new UUID(0, 1)), Audience.MEMBERS),
                List.of(),
                null,
                "message",
                change,
                revision,
                null,
                null,
                Frame.of("{\"data\":{\"content\":\"said\"}}"));
    }
}
