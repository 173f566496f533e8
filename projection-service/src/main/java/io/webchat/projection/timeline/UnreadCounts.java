package io.webchat.projection.timeline;

import io.webchat.domain.structure.RoleId;
import io.webchat.domain.user.UserId;
import io.webchat.projection.consume.ViewFreshness;
import io.webchat.support.consistency.ConsistencyToken;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Counts what somebody has not read, exactly and without reading a message: by the tallies from their mark on. One's
 * own messages and deleted ones do not count. Who may see what is not asked here.
 */
@Component
public class UnreadCounts {
    private static final int LOOKS = 5;

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
        var counts = new LinkedHashMap<TimelineKey, Count>();
        var open = questions;
        for (var look = 1; !open.isEmpty(); look++) {
            var tallies = read(open);
            var torn = new ArrayList<Question>();
            for (var question : open) {
                var found = tallies.getOrDefault(question, List.of());
                if (look < LOOKS && isTorn(found)) {
                    torn.add(question);
                } else {
                    counts.put(question.timeline(), count(reader, question, found));
                }
            }
            open = torn;
        }
        return counts;
    }

    /** The tallies from each mark to each head, and the one after it, in case there is one by now. */
    private Map<Question, List<TallyDocument>> read(Collection<Question> questions) {
        var heads = repository.heads(
                questions.stream().map(question -> question.timeline().name()).toList());
        var wanted = new HashMap<Question, List<String>>();
        for (var question : questions) {
            var timeline = question.timeline().name();
            var head = heads.getOrDefault(timeline, 0L);
            var first = TallyDocument.block(Math.min(question.readUpTo() + 1, head));
            wanted.put(
                    question,
                    LongStream.rangeClosed(first, TallyDocument.block(head) + 1)
                            .mapToObj(block -> TallyDocument.id(timeline, block))
                            .toList());
        }
        var found = repository.tallies(
                wanted.values().stream().flatMap(List::stream).collect(Collectors.toSet()));
        var tallies = new HashMap<Question, List<TallyDocument>>();
        wanted.forEach((question, ids) -> tallies.put(
                question, ids.stream().map(found::get).filter(Objects::nonNull).toList()));
        return tallies;
    }

    /** Whether messages came while the tallies were read, so that one is older than the next. */
    private static boolean isTorn(List<TallyDocument> tallies) {
        return tallies.stream()
                .limit(Math.max(0, tallies.size() - 1))
                .anyMatch(tally -> tally.last() % TallyDocument.SIZE != 0);
    }

    private static Count count(UserId reader, Question question, List<TallyDocument> tallies) {
        if (tallies.isEmpty()) {
            return Count.NOTHING;
        }
        var head = tallies.getLast().last();
        // Of the newest one, in which every message is counted that was posted before it; others may have been read
        // later.
        var position = tallies.getLast().position();
        var mark = question.readUpTo();
        var passed = new HashSet<Long>();
        var mentions = 0L;
        for (var tally : tallies) {
            passed.addAll(tally.gone());
            passed.addAll(tally.authors().getOrDefault(reader.toString(), List.of()));
            mentions += tally.calls().stream()
                    .filter(call -> call.number() > mark && call.isFor(reader, question.roles()))
                    .count();
        }
        passed.removeIf(number -> number <= mark);
        var first = LongStream.rangeClosed(mark + 1, head)
                .filter(number -> !passed.contains(number))
                .boxed()
                .findFirst();
        return new Count(head, position, Math.max(0, head - mark - passed.size()), mentions, first.orElse(null));
    }
}
