package io.webchat.projection.unread;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.webchat.domain.message.MessageId;
import io.webchat.domain.structure.ChannelId;
import io.webchat.domain.structure.RoleId;
import io.webchat.domain.structure.Server;
import io.webchat.domain.structure.ServerId;
import io.webchat.domain.user.UserId;
import io.webchat.log.Partitioning;
import io.webchat.projection.consume.ViewFreshness;
import io.webchat.projection.timeline.TimelineKey;
import io.webchat.projection.timeline.UnreadCounts;
import io.webchat.projection.timeline.UnreadCounts.Count;
import io.webchat.projection.timeline.UnreadCounts.Question;
import io.webchat.projection.unread.Marks.Standing;
import io.webchat.support.consistency.ConsistencyToken;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What somebody has not read, of timelines that they may see. */
@Component
class UnreadReader {
    private static final Comparator<Unread> IN_ORDER = Comparator.comparing(
                    (Unread unread) -> unread.serverId().toString())
            .thenComparing(unread -> unread.channelId().toString())
            .thenComparing(
                    unread -> unread.threadId() == null ? "" : unread.threadId().toString());

    private final Marks marks;
    private final UnreadCounts counts;
    private final ViewFreshness freshness;

    UnreadReader(Marks marks, UnreadCounts counts, ViewFreshness freshness) {
        this.marks = marks;
        this.counts = counts;
        this.freshness = freshness;
    }

    /**
     * What is unread in a channel, or in a thread of it.
     *
     * @param threadId the message on which the thread hangs; absent for the channel itself
     * @param head the number of the newest message; 0 for none
     * @param position right after the last event that is counted, in the channel's partition of messages
     * @param readUpTo the number of the last message that is read; 0 for none
     * @param readPosition right after the event that says so, in the user's partition of reads; 0 for none
     * @param mentions how many of the unread messages call the user
     * @param firstUnread the number of the first unread message; absent if there is none
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Unread(
            ServerId serverId,
            ChannelId channelId,
            @Nullable MessageId threadId,
            long head,
            long position,
            long readUpTo,
            long readPosition,
            long unread,
            long mentions,
            @Nullable Long firstUnread) {

        static Unread of(TimelineKey timeline, ServerId server, Standing standing, Count count) {
            return new Unread(
                    server,
                    timeline.channelId(),
                    timeline.threadId(),
                    count.head(),
                    count.position(),
                    standing.readUpTo(),
                    standing.readPosition(),
                    count.unread(),
                    count.mentions(),
                    count.firstUnread());
        }
    }

    /** Waits until all views that are asked contain what the caller has seen, else {@code view-behind} (503). */
    void await(UserId user, ConsistencyToken caller) {
        counts.await(caller);
        freshness.await(ReadsRepository.VIEW, Partitioning.partitionOf(user.value()), caller);
    }

    /** Adds the threads that the user is a member of. */
    List<TimelineKey> withThreads(UserId user, List<TimelineKey> channels) {
        var all = new ArrayList<>(channels);
        all.addAll(counts.threadsOf(user, channels));
        return all;
    }

    List<Unread> read(UserId user, Map<TimelineKey, Server> timelines, ConsistencyToken caller) {
        var standings = marks.of(user, timelines, caller);
        var questions = standings.entrySet().stream()
                .map(entry -> new Question(
                        entry.getKey(),
                        entry.getValue().readUpTo(),
                        rolesOf(user, Objects.requireNonNull(timelines.get(entry.getKey())))))
                .toList();
        return counts.count(user, questions).entrySet().stream()
                .map(entry -> Unread.of(
                        entry.getKey(),
                        Objects.requireNonNull(timelines.get(entry.getKey())).id(),
                        Objects.requireNonNull(standings.get(entry.getKey())),
                        entry.getValue()))
                .sorted(IN_ORDER)
                .toList();
    }

    /** Those that are not everyone's. */
    static Set<RoleId> rolesOf(UserId user, Server server) {
        var member = server.members().get(user);
        return member == null ? Set.of() : member.roles();
    }
}
