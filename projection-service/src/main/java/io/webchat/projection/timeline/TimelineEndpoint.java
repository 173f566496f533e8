package io.webchat.projection.timeline;

import io.webchat.domain.message.MessageId;
import io.webchat.domain.structure.ChannelId;
import io.webchat.projection.profile.Profile;
import io.webchat.support.consistency.ConsistencyToken;
import io.webchat.support.problem.ProblemException;
import io.webchat.support.token.AuthenticatedUser;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Answers with a page of the messages of a channel, or of a thread of it, to those who may see the channel. */
@RestController
class TimelineEndpoint {
    private final TimelineRepository repository;
    private final TimelineReader reader;

    TimelineEndpoint(TimelineRepository repository, TimelineReader reader) {
        this.repository = repository;
        this.reader = reader;
    }

    @GetMapping("/api/channels/{channelId}/messages")
    TimelinePage ofChannel(
            @PathVariable ChannelId channelId,
            @Valid @ModelAttribute Range range,
            AuthenticatedUser user,
            ConsistencyToken caller) {
        return page(channelId, null, range, user, caller);
    }

    @GetMapping("/api/channels/{channelId}/threads/{threadId}/messages")
    TimelinePage ofThread(
            @PathVariable ChannelId channelId,
            @PathVariable MessageId threadId,
            @Valid @ModelAttribute Range range,
            AuthenticatedUser user,
            ConsistencyToken caller) {
        return page(channelId, threadId, range, user, caller);
    }

    private TimelinePage page(
            ChannelId channel,
            @Nullable MessageId thread,
            Range range,
            AuthenticatedUser user,
            ConsistencyToken caller) {
        if (range.before() != null && range.after() != null) {
            throw ProblemException.invalid("after", "must not be given together with before");
        }
        reader.require(channel, user, caller);
        var timeline = Timeline.of(channel, thread);
        var head = repository.head(timeline);
        long first;
        long last;
        if (range.after() != null) {
            first = Math.min(head, range.after()) + 1;
            last = Math.min(head, first + range.size() - 1);
        } else {
            last = range.before() == null ? head : Math.min(head, range.before() - 1);
            first = Math.max(1, last - range.size() + 1);
        }
        var shown = reader.show(channel, repository.page(timeline, first, last), caller);
        return new TimelinePage(shown.messages(), shown.authors(), shown.referenced(), first > 1, last < head);
    }

    /**
     * Which messages. The newest, unless one of the two is given.
     *
     * @param before those right before this number
     * @param after those right after this number
     * @param limit at most so many; 50 if absent
     */
    record Range(
            @Min(1) @Nullable Long before,
            @Min(0) @Nullable Long after,
            @Min(1) @Max(100) @Nullable Integer limit) {
        private static final int USUAL = 50;

        int size() {
            return limit == null ? USUAL : limit;
        }
    }

    record TimelinePage(
            List<TimelineMessage> messages,
            Map<String, Profile> authors,
            Map<String, TimelineMessage> referenced,
            boolean hasBefore,
            boolean hasAfter) {}
}
