package io.webchat.projection.timeline;

import io.webchat.domain.message.Mentions;
import io.webchat.domain.message.MessageEvent;
import io.webchat.domain.structure.RoleId;
import io.webchat.domain.user.UserId;
import io.webchat.projection.store.Positioned;
import io.webchat.projection.store.ViewCollections;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * What counts about {@link #SIZE} consecutive messages of a timeline: who wrote them, which are gone, and whom they
 * call. So what somebody has not read is counted from known ids, one for each {@link #SIZE} messages, and no message is
 * read for it.
 *
 * @param id the timeline and the place of this tally among those of the timeline
 * @param last the number of the last message that is in it; those before it are in it too, without a gap
 * @param latestAt the latest time of any message of the timeline up to here, so it never goes back from one tally to
 *     the next
 * @param authors the numbers of each author's messages that are not deleted
 * @param deleted the numbers of the deleted ones
 * @param calls those that call somebody and are not deleted
 * @param passedOver the numbers of those that could not be applied; null for none
 */
@Document(ViewCollections.TALLIES)
record TallyDocument(
        @Id String id,
        long position,
        long last,
        Instant latestAt,
        Map<String, List<Long>> authors,
        List<Long> deleted,
        List<Call> calls,
        @Nullable List<Long> passedOver)
        implements Positioned {

    static final int SIZE = 100;
    private static final int DIGITS = 10;

    /** A message that calls somebody. */
    record Call(long number, String authorId, List<String> users, List<String> roles, boolean everyone) {
        static Call of(long number, String author, Mentions mentions) {
            return new Call(
                    number,
                    author,
                    mentions.users().stream().map(Object::toString).toList(),
                    mentions.roles().stream().map(Object::toString).toList(),
                    mentions.everyone());
        }

        /** Whether somebody else calls a reader, who has some roles. */
        boolean isFor(UserId reader, Set<RoleId> readersRoles) {
            return !authorId.equals(reader.toString())
                    && (everyone
                            || users.contains(reader.toString())
                            || readersRoles.stream().anyMatch(role -> roles.contains(role.toString())));
        }
    }

    /** Which tally of its timeline a message is in. */
    static long block(long number) {
        return Math.max(0, number - 1) / SIZE;
    }

    static String id(String timeline, long block) {
        return Timeline.padded(timeline, block, DIGITS);
    }

    /**
     * A tally of its first message.
     *
     * @param before the tally before it; null for the first of a timeline
     */
    static TallyDocument beginning(String timeline, long number, @Nullable TallyDocument before, Instant at) {
        var latest = before == null || before.latestAt.isBefore(at) ? at : before.latestAt;
        return new TallyDocument(
                id(timeline, block(number)), 0, number - 1, latest, Map.of(), List.of(), List.of(), null);
    }

    /** Folds the first record of a message; one that the document reflects already changes nothing. */
    TallyDocument posted(MessageEvent.Posted event, long number, long newPosition) {
        var isReplayed = passedOver != null && passedOver.contains(number);
        if (newPosition <= position && !isReplayed) {
            return this;
        }
        var author = event.authorId().toString();
        var newAuthors = new TreeMap<>(authors);
        newAuthors.merge(author, List.of(number), TallyDocument::both);
        var newCalls =
                event.mentions() == null ? calls : both(calls, List.of(Call.of(number, author, event.mentions())));
        var counted = new TallyDocument(
                id,
                Math.max(position, newPosition),
                Math.max(last, number),
                latest(event),
                newAuthors,
                deleted,
                newCalls,
                passedOver);
        return isReplayed ? counted.inOrder(author).without(number) : counted;
    }

    /** What was counted late belongs before what was counted since. */
    private TallyDocument inOrder(String author) {
        var newAuthors = new TreeMap<>(authors);
        newAuthors.computeIfPresent(author, (id, numbers) -> sorted(numbers));
        return new TallyDocument(id, position, last, latestAt, newAuthors, deleted, inOrder(calls), passedOver);
    }

    private TallyDocument without(long number) {
        var others = Objects.requireNonNull(passedOver).stream()
                .filter(other -> other != number)
                .toList();
        return new TallyDocument(
                id, position, last, latestAt, authors, deleted, calls, others.isEmpty() ? null : others);
    }

    /** Folds the first record of a message that cannot be applied: it has its number, and nobody has it to read. */
    TallyDocument passedOver(MessageEvent.Posted event, long number, long newPosition) {
        if (newPosition <= position) {
            return this;
        }
        var all = passedOver == null ? List.of(number) : both(passedOver, List.of(number));
        return new TallyDocument(id, newPosition, number, latest(event), authors, deleted, calls, all);
    }

    private Instant latest(MessageEvent.Posted event) {
        return latestAt.isBefore(event.at()) ? event.at() : latestAt;
    }

    /** Folds what an edit or a deletion has made of a message that is in it. */
    TallyDocument settled(MessageDocument document, long newPosition) {
        if (newPosition <= position) {
            return this;
        }
        var number = document.number();
        var message = document.message();
        var author = message.authorId().toString();
        var newAuthors = new TreeMap<>(authors);
        var newDeleted = deleted;
        if (message.isDeleted() && !deleted.contains(number)) {
            newDeleted = sorted(both(deleted, List.of(number)));
            newAuthors.computeIfPresent(
                    author,
                    (id, numbers) -> numbers.stream().filter(n -> n != number).toList());
        }
        var newCalls = new ArrayList<>(calls);
        newCalls.removeIf(call -> call.number() == number);
        if (message.mentions() != null) {
            newCalls.add(Call.of(number, author, message.mentions()));
        }
        return new TallyDocument(
                id, newPosition, last, latestAt, newAuthors, newDeleted, inOrder(newCalls), passedOver);
    }

    private static List<Long> sorted(List<Long> numbers) {
        return numbers.stream().sorted().toList();
    }

    private static List<Call> inOrder(List<Call> calls) {
        return calls.stream().sorted(Comparator.comparingLong(Call::number)).toList();
    }

    private static <T> List<T> both(List<T> first, List<T> second) {
        var all = new ArrayList<T>(first.size() + second.size());
        all.addAll(first);
        all.addAll(second);
        return Collections.unmodifiableList(all);
    }
}
