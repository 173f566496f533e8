package io.webchat.projection.past;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class SpansTest {
    private static final Instant AT = Instant.parse("2026-01-31T12:00:00Z");

    @Test
    void aSpanHasItsBeginningAndNotItsEnd() {
        var spans = Spans.NONE.begun(at(1)).ended(at(3)).begun(at(5));

        assertThat(spans.at(at(0))).isEmpty();
        assertThat(spans.at(at(1))).contains(new Spans.Span(at(1), at(3)));
        assertThat(spans.at(at(2))).isPresent();
        assertThat(spans.at(at(3))).isEmpty();
        assertThat(spans.at(at(5))).contains(new Spans.Span(at(5), null));
        assertThat(spans.at(at(9_999))).isPresent();
    }

    @Test
    void whatIsSoAlreadyChangesNothing() {
        var open = Spans.NONE.begun(at(1));

        assertThat(Spans.NONE.ended(at(1))).isEqualTo(Spans.NONE);
        assertThat(open.begun(at(2))).isEqualTo(open);
        assertThat(open.ended(at(3)).ended(at(4))).isEqualTo(open.ended(at(3)));
    }

    @Test
    void ofVeryManyTheLastOnesStay() {
        var spans = Spans.NONE;
        for (var i = 0; i < Spans.KEPT + 7; i++) {
            spans = spans.begun(at(2 * i)).ended(at(2 * i + 1));
        }

        assertThat(spans.all()).hasSize(Spans.KEPT);
        assertThat(spans.all().getFirst().from()).isEqualTo(at(14));
    }

    private static Instant at(int seconds) {
        return AT.plusSeconds(seconds);
    }
}
