package io.webchat.projection.timeline;

import io.webchat.domain.message.Mentions;
import io.webchat.domain.message.MessageChange;
import io.webchat.domain.message.MessageEvent;
import io.webchat.domain.message.MessageThread;
import io.webchat.projection.consume.Logged;
import io.webchat.projection.timeline.CallsDocument.Called;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** What follows from consecutive events for those who count: tallies, calls and memberships in threads. */
final class CountedBatch {
    private final TimelineRepository repository;
    private final Changes<TallyDocument> tallies;
    private final Changes<CallsDocument> calls;
    private final Changes<ThreadMembershipsDocument> memberships;

    private CountedBatch(
            TimelineRepository repository,
            Map<String, TallyDocument> tallies,
            Map<String, CallsDocument> calls,
            Map<String, ThreadMembershipsDocument> memberships) {
        this.repository = repository;
        this.tallies = new Changes<>(tallies);
        this.calls = new Changes<>(calls);
        this.memberships = new Changes<>(memberships);
    }

    /** What the events concern, as the store has it. */
    static CountedBatch load(
            TimelineRepository repository,
            List<Logged<MessageEvent>> events,
            Map<String, Long> heads,
            Map<String, Numbered> numbers) {
        return new CountedBatch(
                repository,
                repository.tallies(tallies(events, heads, numbers)),
                repository.calls(Touched.by(events, Touched::calls)),
                repository.memberships(Touched.by(events, Touched::memberships)));
    }

    /** Those of messages that have a number, with the one before; those of the head and of what may follow it. */
    private static Set<String> tallies(
            List<Logged<MessageEvent>> events, Map<String, Long> heads, Map<String, Numbered> numbers) {
        var ids = new HashSet<String>();
        var coming = new HashMap<String, Long>();
        for (var logged : events) {
            var known = numbers.get(Numbered.id(logged.event()));
            if (known != null) {
                var block = TallyDocument.block(known.number());
                ids.add(TallyDocument.id(known.timeline(), block));
                ids.add(TallyDocument.id(known.timeline(), Math.max(0, block - 1)));
            } else if (logged.event() instanceof MessageEvent.Posted posted) {
                coming.merge(Timeline.of(posted), 1L, Long::sum);
            }
        }
        coming.forEach((timeline, count) -> {
            var head = heads.getOrDefault(timeline, 0L);
            LongStream.rangeClosed(TallyDocument.block(head), TallyDocument.block(head + count))
                    .forEach(block -> ids.add(TallyDocument.id(timeline, block)));
        });
        return ids;
    }

    /** The first record of a message. */
    void posted(MessageEvent.Posted posted, Numbered numbered, long position) {
        tallies.put(tally(posted, numbered).posted(posted, numbered.number(), position));
        called(posted, posted.mentions(), position);
    }

    /** The first record of a message that cannot be applied. */
    void passedOver(MessageEvent.Posted posted, Numbered numbered, long position) {
        tallies.put(tally(posted, numbered).passedOver(posted, numbered.number(), position));
    }

    /** That of a message, without it. */
    private TallyDocument tally(MessageEvent.Posted posted, Numbered numbered) {
        var timeline = numbered.timeline();
        var number = numbered.number();
        var block = TallyDocument.block(number);
        var known = tallies.get(TallyDocument.id(timeline, block));
        return known != null
                ? known
                : TallyDocument.beginning(
                        timeline,
                        number,
                        block == 0 ? null : tallies.get(TallyDocument.id(timeline, block - 1)),
                        posted.at());
    }

    /** A change of a message that has taken effect, or none. */
    void changed(MessageChange change, MessageDocument before, MessageDocument after) {
        if (before.equals(after)) {
            return;
        }
        switch (change) {
            case MessageChange.Edited e -> {
                settled(after);
                if (after.message().revision() != before.message().revision()) {
                    called(e, e.mentions(), after.position());
                }
            }
            case MessageChange.Deleted e -> settled(after);
            case MessageChange.ReactionAdded e -> {}
            case MessageChange.ReactionRemoved e -> {}
        }
    }

    private void settled(MessageDocument after) {
        var message = after.message();
        var timeline = Timeline.of(message.channelId(), message.threadId());
        var tally = tallies.get(TallyDocument.id(timeline, TallyDocument.block(after.number())));
        if (tally != null) {
            tallies.put(tally.settled(after, after.position()));
        }
    }

    private void called(MessageEvent event, @Nullable Mentions mentions, long position) {
        if (mentions == null) {
            return;
        }
        var call = new Called(event.messageId().toString(), event.at());
        CallsDocument.ids(event.channelId(), mentions).forEach(id -> {
            var known = calls.get(id);
            calls.put((known == null ? CallsDocument.none(id) : known).called(call, position));
        });
    }

    /** An event of a thread, or a message in it, by somebody who may be in it now. */
    void followed(MessageThread thread, MessageEvent event, long position) {
        var user = event.actorId();
        var id = ThreadMembershipsDocument.id(event.channelId(), user);
        var known = memberships.get(id);
        memberships.put((known == null ? ThreadMembershipsDocument.none(id) : known).settled(thread, user, position));
    }

    void write() {
        repository.saveTallies(tallies);
        repository.saveCalls(calls);
        repository.saveMemberships(memberships);
    }
}
