package io.webchat.projection.timeline;

import io.webchat.domain.structure.RoleId;
import io.webchat.domain.user.UserId;
import io.webchat.projection.timeline.TallyDocument.Call;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.query.Query;

/**
 * What of a {@link TallyDocument} concerns one reader: without the numbers of all others, which are most of it.
 *
 * @param authors the reader alone, if they wrote something that is not deleted
 */
record CountedTally(
        @Id String id,
        long position,
        long last,
        @Nullable Map<String, List<Long>> authors,
        List<Long> deleted,
        List<Call> calls,
        @Nullable List<Long> passedOver) {

    /** Asks for no more than that. */
    static Query readBy(UserId reader, Query query) {
        query.fields().include("position", "last", "deleted", "calls", "passedOver", "authors." + reader);
        return query;
    }

    /** Whether no later message can be in it. */
    boolean isFull() {
        return last % TallyDocument.SIZE == 0;
    }

    /** The numbers after a mark of what the reader does not have to read. */
    Set<Long> passed(UserId reader, long mark) {
        var passed = new HashSet<>(deleted);
        if (passedOver != null) {
            passed.addAll(passedOver);
        }
        if (authors != null) {
            passed.addAll(authors.getOrDefault(reader.toString(), List.of()));
        }
        passed.removeIf(number -> number <= mark);
        return passed;
    }

    /** How many messages after a mark call the reader, who has some roles. */
    long calls(UserId reader, Set<RoleId> roles, long mark) {
        return calls.stream()
                .filter(call -> call.number() > mark && call.isFor(reader, roles))
                .count();
    }
}
