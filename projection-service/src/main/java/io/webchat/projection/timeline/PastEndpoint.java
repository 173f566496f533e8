package io.webchat.projection.timeline;

import io.webchat.domain.structure.ChannelId;
import io.webchat.log.Partitioning;
import io.webchat.projection.access.ReadAccess;
import io.webchat.projection.consume.ViewFreshness;
import io.webchat.projection.past.Moments;
import io.webchat.projection.profile.Profile;
import io.webchat.projection.timeline.PastMessages.Reader;
import io.webchat.projection.timeline.PastMessages.Shown;
import io.webchat.support.consistency.ConsistencyToken;
import io.webchat.support.problem.ProblemException;
import io.webchat.support.token.AuthenticatedUser;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Answers with the messages of a channel, or its pins, as they were at a moment, to those who may see the channel now.
 * Nobody learns what a deleted message said, and only those who may see edits what an edited one said before.
 */
@RestController
class PastEndpoint {
    private final TimelineRepository repository;
    private final PastMessages messages;
    private final Jumps jumps;
    private final Moments moments;
    private final ReadAccess access;
    private final ViewFreshness freshness;

    PastEndpoint(
            TimelineRepository repository,
            PastMessages messages,
            Jumps jumps,
            Moments moments,
            ReadAccess access,
            ViewFreshness freshness) {
        this.repository = repository;
        this.messages = messages;
        this.jumps = jumps;
        this.moments = moments;
        this.access = access;
        this.freshness = freshness;
    }

    @GetMapping("/api/channels/{channelId}/past/messages")
    PastPage listPastMessages(
            @PathVariable ChannelId channelId,
            @Valid @ModelAttribute Stretch stretch,
            AuthenticatedUser user,
            ConsistencyToken caller) {
        stretch.requireOnePlace();
        var reader = require(channelId, stretch.at(), user, caller);
        var timeline = Timeline.of(channelId, null);
        var head = jumps.upTo(stretch.at(), timeline, repository.head(timeline));
        var first = stretch.first(head);
        var last = stretch.last(head, first);
        var shown = messages.show(repository.page(timeline, first, last), stretch.at(), reader, caller);
        return new PastPage(shown.messages(), shown.authors(), shown.referenced(), first > 1, last < head);
    }

    @GetMapping("/api/channels/{channelId}/past/pins")
    Shown listPastPins(
            @PathVariable ChannelId channelId,
            @RequestParam Instant at,
            AuthenticatedUser user,
            ConsistencyToken caller) {
        var reader = require(channelId, at, user, caller);
        return messages.show(messages.pinned(channelId, at), at, reader, caller);
    }

    private Reader require(ChannelId channel, Instant at, AuthenticatedUser user, ConsistencyToken caller) {
        moments.requirePast(at);
        var server = access.channel(channel, user, caller).server();
        freshness.await(TimelineRepository.VIEW, Partitioning.partitionOf(channel.value()), caller);
        return Reader.of(user.userId(), server, channel);
    }

    /**
     * Which messages of those that were there. The newest, unless a place is given.
     *
     * @param before those right before this number
     * @param after those right after this number
     * @param limit at most so many; 50 if absent
     */
    record Stretch(
            @NotNull Instant at,
            @Min(1) @Nullable Long before,
            @Min(0) @Nullable Long after,
            @Min(1) @Max(100) @Nullable Integer limit) {
        private static final int USUAL = 50;

        void requireOnePlace() {
            if (before != null && after != null) {
                throw ProblemException.invalid("after", "must not be given together with before");
            }
        }

        /** The number of the first one, of so many as there were. */
        long first(long head) {
            if (after != null) {
                return Math.min(head, after) + 1;
            }
            return Math.max(1, end(head) - size() + 1);
        }

        long last(long head, long first) {
            return after == null ? end(head) : Math.min(head, first + size() - 1);
        }

        private long end(long head) {
            return before == null ? head : Math.min(head, before - 1);
        }

        private int size() {
            return limit == null ? USUAL : limit;
        }
    }

    record PastPage(
            List<PastMessage> messages,
            Map<String, Profile> authors,
            Map<String, PastMessage> referenced,
            boolean hasBefore,
            boolean hasAfter) {}
}
