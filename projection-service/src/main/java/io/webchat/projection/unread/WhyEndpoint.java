package io.webchat.projection.unread;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.webchat.domain.message.MessageId;
import io.webchat.domain.structure.ChannelId;
import io.webchat.domain.user.UserId;
import io.webchat.log.Partitioning;
import io.webchat.log.Topic;
import io.webchat.projection.access.ReadAccess;
import io.webchat.projection.timeline.CountedMessages;
import io.webchat.projection.timeline.CountedMessages.Counted;
import io.webchat.projection.timeline.TimelineKey;
import io.webchat.projection.unread.Marks.Standing;
import io.webchat.support.consistency.ConsistencyToken;
import io.webchat.support.token.AuthenticatedUser;
import jakarta.validation.constraints.Min;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Explains what is unread, and what is not, by the events behind it: the one behind the mark, and those after it. */
@RestController
class WhyEndpoint {
    private static final int PAGE = 100;

    private final UnreadReader reader;
    private final Marks marks;
    private final CountedMessages messages;
    private final ReadAccess access;

    WhyEndpoint(UnreadReader reader, Marks marks, CountedMessages messages, ReadAccess access) {
        this.reader = reader;
        this.marks = marks;
        this.messages = messages;
        this.access = access;
    }

    @GetMapping("/api/channels/{channelId}/unread/why")
    Why explainChannelUnread(
            @PathVariable ChannelId channelId,
            @RequestParam(required = false) @Min(0) @Nullable Long after,
            AuthenticatedUser user,
            ConsistencyToken caller) {
        return why(TimelineKey.of(channelId), after, user, caller);
    }

    @GetMapping("/api/channels/{channelId}/threads/{threadId}/unread/why")
    Why explainThreadUnread(
            @PathVariable ChannelId channelId,
            @PathVariable MessageId threadId,
            @RequestParam(required = false) @Min(0) @Nullable Long after,
            AuthenticatedUser user,
            ConsistencyToken caller) {
        return why(new TimelineKey(channelId, threadId), after, user, caller);
    }

    private Why why(TimelineKey timeline, @Nullable Long after, AuthenticatedUser user, ConsistencyToken caller) {
        var me = user.userId();
        var server = access.channel(timeline.channelId(), user, caller).server();
        reader.await(me, caller);
        var standing = Objects.requireNonNull(
                marks.of(me, Map.of(timeline, server), caller).get(timeline));
        var from = after == null ? standing.readUpTo() : Math.max(after, standing.readUpTo());
        var stream = Topic.MESSAGES.stream(
                Partitioning.partitionOf(timeline.channelId().value()));
        var page = messages.after(timeline, from, PAGE, me, UnreadReader.rolesOf(me, server));
        return new Why(
                standing.readUpTo(),
                Cause.of(standing, me),
                page.stream().map(message -> Reason.of(message, me, stream)).toList(),
                page.size() < PAGE ? null : page.getLast().number());
    }

    /**
     * The explanation.
     *
     * @param readUpTo the number of the last message that is read; 0 for none
     * @param messages those after it, at most a hundred
     * @param next the {@code after} of the next page; null if there is none
     */
    record Why(
            long readUpTo,
            Cause because,
            List<Reason> messages,
            @Nullable Long next) {}

    /**
     * The event behind the mark.
     *
     * @param kind {@code read}, {@code marked-unread}, or {@code joined} if nothing was marked since
     * @param messageId of a mark: the last message that is read, or the first that is not
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Cause(
            String kind,
            @Nullable MessageId messageId,
            @Nullable Instant at,
            @Nullable String stream,
            @Nullable Long offset) {
        static Cause of(Standing standing, UserId user) {
            var mark = standing.mark();
            return mark == null
                    ? new Cause("joined", null, standing.joinedAt(), null, null)
                    : new Cause(
                            mark.kind(),
                            MessageId.parse(mark.messageId()),
                            mark.at(),
                            Topic.READS.stream(Partitioning.partitionOf(user.value())),
                            mark.offset());
        }
    }

    /**
     * Why a message counts, or not.
     *
     * @param counts {@code unread}, {@code mention}, or why it does not: {@code own} or {@code deleted}
     * @param stream where its event is
     */
    record Reason(
            long number, MessageId messageId, UserId authorId, Instant at, String counts, String stream, long offset) {
        static Reason of(Counted message, UserId reader, String stream) {
            return new Reason(
                    message.number(),
                    message.messageId(),
                    message.authorId(),
                    message.at(),
                    counts(message, reader),
                    stream,
                    message.offset());
        }

        private static String counts(Counted message, UserId reader) {
            if (message.isDeleted()) {
                return "deleted";
            }
            if (message.authorId().equals(reader)) {
                return "own";
            }
            return message.calls() ? "mention" : "unread";
        }
    }
}
