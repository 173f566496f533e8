package io.webchat.projection.timeline;

import io.webchat.domain.Rejection;
import io.webchat.domain.Rejection.Reason;
import io.webchat.domain.message.MessageId;
import io.webchat.domain.structure.ChannelId;
import io.webchat.support.problem.ProblemException;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/** Finds the numbers of what one jumps to in a timeline. */
@Component
class Jumps {
    private final TimelineRepository repository;

    Jumps(TimelineRepository repository) {
        this.repository = repository;
    }

    /** The number of a message. Throws {@code unknown-message} (404) if it is not in this timeline. */
    long to(MessageId message, ChannelId channel, String timeline) {
        var id = Numbered.id(channel, message);
        var numbered = repository.numbers(List.of(id)).get(id);
        if (numbered == null || !numbered.timeline().equals(timeline)) {
            throw ProblemException.rejected(new Rejection(Reason.UNKNOWN_MESSAGE, "There is no such message here."));
        }
        return numbered.number();
    }

    /**
     * The number of the first message that is not older than a time; of the newest message if all are. Bisects, a few
     * reads by id: times follow the order of the log but for the milliseconds by which clocks differ.
     */
    long to(Instant time, String timeline, long head) {
        return Math.max(1, Math.min(head, first(timeline, head, at -> !at.isBefore(time))));
    }

    /** The number of the last message that is not newer than a time; 0 if all are. Found likewise. */
    long upTo(Instant time, String timeline, long head) {
        return first(timeline, head, at -> at.isAfter(time)) - 1;
    }

    /** The number of the first message whose time is late enough; the one after the head if none is. */
    private long first(String timeline, long head, Predicate<Instant> isLateEnough) {
        var first = 1L;
        var last = head + 1;
        while (first < last) {
            var middle = first + (last - first) / 2;
            if (is(timeline, middle, isLateEnough)) {
                last = middle;
            } else {
                first = middle + 1;
            }
        }
        return first;
    }

    private boolean is(String timeline, long number, Predicate<Instant> isLateEnough) {
        return repository.page(timeline, number, number).stream()
                .anyMatch(document -> isLateEnough.test(document.message().at()));
    }
}
