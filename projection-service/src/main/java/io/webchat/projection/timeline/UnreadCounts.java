package io.webchat.projection.timeline;

import io.webchat.domain.structure.RoleId;
import io.webchat.domain.user.UserId;
import io.webchat.projection.consume.ViewFreshness;
import io.webchat.support.consistency.ConsistencyToken;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Gatherers;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Counts what somebody has not read, exactly and without reading a message: by the tallies from their mark on. One's
 * own messages and deleted ones do not count. Who may see what is not asked here.
 *
 * <p>Tallies are added up as they come, and read without what others wrote, so memory does not depend on how much is
 * unread. <b>Limit.</b> Time does: there is a tally for each {@link TallyDocument#SIZE} messages, and a request's time
 * is its bound.
 */
@Component
public class UnreadCounts {
    private static final int LOOKS = 5;

    /** How many tallies are asked for at once. */
    private static final int PAGE = 200;

    private final TimelineRepository repository;
    private final ViewFreshness freshness;

    UnreadCounts(TimelineRepository repository, ViewFreshness freshness) {
        this.repository = repository;
        this.freshness = freshness;
    }

    /**
     * What is asked about one timeline.
     *
     * @param readUpTo the number of the last message that is read; 0 for none
     * @param roles of the reader, whose calls are for them
     */
    public record Question(TimelineKey timeline, long readUpTo, Set<RoleId> roles) {}

    /**
     * What is unread in a timeline.
     *
     * @param head the number of its newest message; 0 for none
     * @param position of the channel's partition of messages: whatever was posted before it is counted, nothing after
     *     it
     * @param mentions how many of the unread ones call the reader
     * @param firstUnread the number of the first unread one; null if there is none
     */
    public record Count(
            long head,
            long position,
            long unread,
            long mentions,
            @Nullable Long firstUnread) {
        static final Count NOTHING = new Count(0, 0, 0, 0, null);
    }

    /** Waits until the counts contain what the caller has seen. Throws {@code view-behind} (503) if they do not. */
    public void await(ConsistencyToken caller) {
        freshness.await(TimelineRepository.VIEW, caller);
    }

    /** The threads that somebody is a member of, in these channels. */
    public List<TimelineKey> threadsOf(UserId user, Collection<TimelineKey> channels) {
        var byId = channels.stream()
                .collect(Collectors.toMap(
                        channel -> ThreadMembershipsDocument.id(channel.channelId(), user), channel -> channel));
        var threads = new ArrayList<TimelineKey>();
        repository.memberships(byId.keySet()).forEach((id, document) -> {
            var channel = Objects.requireNonNull(byId.get(id)).channelId();
            document.threadIds().forEach(thread -> threads.add(TimelineKey.ofThread(channel, thread)));
        });
        return threads;
    }

    /** What is unread, by timeline; there is an answer to each question. */
    public Map<TimelineKey, Count> count(UserId reader, Collection<Question> questions) {
        var sums = new ArrayList<UnreadSum>();
        // The ends first: their positions are not later than what is read of the rest.
        questions.stream().gather(Gatherers.windowFixed(PAGE / 2)).forEach(some -> sums.addAll(ends(reader, some)));
        addEarlier(reader, sums);
        var counts = new LinkedHashMap<TimelineKey, Count>();
        sums.forEach(sum -> counts.put(sum.question().timeline(), sum.count()));
        return counts;
    }

    /** Sums of the tallies with the heads, and of those after them, in case there are some by now. */
    private List<UnreadSum> ends(UserId reader, List<Question> questions) {
        var sums = new ArrayList<UnreadSum>();
        var open = questions;
        for (var look = 1; !open.isEmpty(); look++) {
            var begun = begun(reader, open);
            var ids = begun.stream().flatMap(sum -> sum.end().mapToObj(sum::id)).toList();
            var found = new HashMap<String, CountedTally>();
            repository.tallies(reader, ids, tally -> found.put(tally.id(), tally));
            var torn = new ArrayList<Question>();
            for (var sum : begun) {
                var end = sum.end()
                        .mapToObj(block -> found.get(sum.id(block)))
                        .filter(Objects::nonNull)
                        .toList();
                if (look < LOOKS && isTorn(end)) {
                    torn.add(sum.question());
                } else {
                    end.forEach(sum::add);
                    sums.add(sum);
                }
            }
            open = torn;
        }
        return sums;
    }

    private List<UnreadSum> begun(UserId reader, List<Question> questions) {
        var heads = repository.heads(
                questions.stream().map(question -> question.timeline().name()).toList());
        return questions.stream()
                .map(question -> new UnreadSum(
                        reader, question, heads.getOrDefault(question.timeline().name(), 0L)))
                .toList();
    }

    /** Whether messages came while the end was read, so that a tally is older than the next. */
    private static boolean isTorn(List<CountedTally> end) {
        return end.stream().limit(Math.max(0, end.size() - 1)).anyMatch(tally -> !tally.isFull());
    }

    private void addEarlier(UserId reader, List<UnreadSum> sums) {
        var page = new HashMap<String, UnreadSum>();
        for (var sum : sums) {
            for (var blocks = sum.earlierBlocks().iterator(); blocks.hasNext(); ) {
                page.put(sum.id(blocks.nextLong()), sum);
                if (page.size() == PAGE) {
                    add(reader, page);
                    page.clear();
                }
            }
        }
        add(reader, page);
    }

    private void add(UserId reader, Map<String, UnreadSum> page) {
        repository.tallies(
                reader,
                page.keySet(),
                tally -> Objects.requireNonNull(page.get(tally.id())).add(tally));
    }
}
