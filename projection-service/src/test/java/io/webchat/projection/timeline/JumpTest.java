package io.webchat.projection.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.webchat.domain.message.MessageEvent;
import io.webchat.domain.message.MessageId;
import io.webchat.log.Ids;
import io.webchat.projection.Community;
import io.webchat.projection.Queries;
import io.webchat.projection.SharedInstances;
import io.webchat.test.ServiceInstance;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How one gets into the middle of a channel: around a message, or at a time. */
class JumpTest {
    private static final ServiceInstance INSTANCE = SharedInstances.first();
    private static final Instant AT = Instant.parse("2026-01-01T00:00:00Z");
    private static final Community COMMUNITY = Community.founded(INSTANCE);

    /** One a day. */
    private static final List<MessageEvent.Posted> MESSAGES = IntStream.range(0, 30)
            .mapToObj(day -> COMMUNITY.posted(
                    COMMUNITY.server, COMMUNITY.channel, AT.plus(Duration.ofDays(day)), "day " + (day + 1)))
            .toList();

    private final Queries queries = Queries.at(INSTANCE);

    @ParameterizedTest
    @CsvSource({
        // number, limit, first, last, before, after
        "15, 10, 10, 19, true, true",
        "1, 10, 1, 10, false, true",
        "30, 10, 25, 30, true, false",
        "15, 100, 1, 30, false, false",
        "15, 1, 15, 15, true, true"
    })
    void aMessageIsShownAmongThoseAroundIt(int number, int limit, int first, int last, boolean before, boolean after) {
        var id = MESSAGES.get(number - 1).messageId();

        shows("?around=" + id + "&limit=" + limit, number, first, last, before, after);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-15T00:00:00Z, 15, 10, 19",
        "2026-01-14T00:00:00.001Z, 15, 10, 19",
        "2025-06-01T00:00:00Z, 1, 1, 10",
        "2026-12-31T00:00:00Z, 30, 25, 30"
    })
    void aTimeIsShownByTheFirstMessageThatIsNotOlder(String at, int number, int first, int last) {
        shows("?at=" + at + "&limit=10", number, first, last, first > 1, last < 30);
    }

    private void shows(String query, int number, int first, int last, boolean before, boolean after) {
        var numbers = IntStream.rangeClosed(first, last).boxed().toList();
        queries.found(COMMUNITY, "/api/channels/" + COMMUNITY.channel + "/messages" + query)
                .jsonPath("$.target")
                .isEqualTo(number)
                .jsonPath("$.messages[*].number")
                .value(List.class, found -> assertThat(found).isEqualTo(numbers))
                .jsonPath("$.hasBefore")
                .isEqualTo(before)
                .jsonPath("$.hasAfter")
                .isEqualTo(after);
    }

    @Test
    void anEmptyChannelHasNoMessageOfAnyTime() {
        var empty = Community.founded(INSTANCE);

        queries.found(empty, "/api/channels/" + empty.channel + "/messages?at=2026-01-01T00:00:00Z")
                .jsonPath("$.messages.length()")
                .isEqualTo(0)
                .jsonPath("$.target")
                .doesNotExist();
    }

    @Test
    void aMessageThatIsNotThereIsUnknown() {
        var other = Community.founded(INSTANCE);
        var elsewhere = other.posted("elsewhere").messageId();

        for (var id : List.of(new MessageId(Ids.fresh()), elsewhere)) {
            queries.get(COMMUNITY, COMMUNITY.owner, "/api/channels/" + COMMUNITY.channel + "/messages?around=" + id)
                    .expectStatus()
                    .isNotFound()
                    .expectBody()
                    .jsonPath("$.type")
                    .isEqualTo("urn:webchat:problem:unknown-message");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "before=3&after=1, after",
        "before=3&at=2026-01-01T00:00:00Z, at",
        "after=3&around=01890000-0000-7000-8000-000000000000, around",
        "around=x, around",
        "at=yesterday, at"
    })
    void onePlaceAtATimeThatCanBeUnderstood(String query, String field) {
        queries.get(COMMUNITY, COMMUNITY.owner, "/api/channels/" + COMMUNITY.channel + "/messages?" + query)
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo(field);
    }
}
