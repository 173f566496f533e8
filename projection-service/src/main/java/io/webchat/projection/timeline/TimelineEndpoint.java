package io.webchat.projection.timeline;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.webchat.domain.message.MessageId;
import io.webchat.domain.structure.ChannelId;
import io.webchat.projection.profile.Profile;
import io.webchat.support.consistency.ConsistencyToken;
import io.webchat.support.problem.ProblemException;
import io.webchat.support.token.AuthenticatedUser;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Instant;
import java.util.ArrayList;
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
    private final Jumps jumps;

    TimelineEndpoint(TimelineRepository repository, TimelineReader reader, Jumps jumps) {
        this.repository = repository;
        this.reader = reader;
        this.jumps = jumps;
    }

    @GetMapping("/api/channels/{channelId}/messages")
    TimelinePage listMessages(
            @PathVariable ChannelId channelId,
            @Valid @ModelAttribute Range range,
            AuthenticatedUser user,
            ConsistencyToken caller) {
        return page(channelId, null, range, user, caller);
    }

    @GetMapping("/api/channels/{channelId}/threads/{threadId}/messages")
    TimelinePage listThreadMessages(
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
        range.requireOnePlace();
        reader.require(channel, user, caller);
        if (thread == null && range.isNewestPage()) {
            return newestPage(channel, caller);
        }
        var timeline = Timeline.of(channel, thread);
        var head = repository.head(timeline);
        var target = target(channel, timeline, range, head);
        long first;
        if (target != null) {
            first = Math.max(1, target - range.size() / 2);
        } else if (range.after() != null) {
            first = Math.min(head, range.after()) + 1;
        } else {
            var end = range.before() == null ? head : Math.min(head, range.before() - 1);
            return page(timeline, Math.max(1, end - range.size() + 1), end, head, null, caller);
        }
        return page(timeline, first, Math.min(head, first + range.size() - 1), head, target, caller);
    }

    private TimelinePage newestPage(ChannelId channel, ConsistencyToken caller) {
        var page = reader.newestPage(channel);
        return page(reader.named(page.shown(), caller), page.hasBefore(), false, null);
    }

    private @Nullable Long target(ChannelId channel, String timeline, Range range, long head) {
        if (range.around() != null) {
            return jumps.to(range.around(), channel, timeline);
        }
        return range.at() == null || head == 0 ? null : (Long) jumps.to(range.at(), timeline, head);
    }

    private TimelinePage page(
            String timeline, long first, long last, long head, @Nullable Long target, ConsistencyToken caller) {
        return page(reader.show(repository.page(timeline, first, last), caller), first > 1, last < head, target);
    }

    private static TimelinePage page(ShownMessages shown, boolean hasBefore, boolean hasAfter, @Nullable Long target) {
        return new TimelinePage(shown.messages(), shown.authors(), shown.referenced(), hasBefore, hasAfter, target);
    }

    /**
     * Which messages. The newest, unless one of the places is given.
     *
     * @param before those right before this number
     * @param after those right after this number
     * @param around this message and those on both sides of it
     * @param at the same of the first message that is not older
     * @param limit at most so many; 50 if absent
     */
    record Range(
            @Min(1) @Nullable Long before,
            @Min(0) @Nullable Long after,
            @Nullable MessageId around,
            @Nullable Instant at,
            @Min(1) @Max(100) @Nullable Integer limit) {
        int size() {
            return limit == null ? NewestPage.SIZE : limit;
        }

        boolean isNewestPage() {
            return before == null && after == null && around == null && at == null && size() == NewestPage.SIZE;
        }

        void requireOnePlace() {
            var given = new ArrayList<String>();
            addIfGiven("before", before, given);
            addIfGiven("after", after, given);
            addIfGiven("around", around, given);
            addIfGiven("at", at, given);
            if (given.size() > 1) {
                throw ProblemException.invalid(given.get(1), "must not be given together with " + given.getFirst());
            }
        }
    }

    private static void addIfGiven(String name, @Nullable Object value, List<String> given) {
        if (value != null) {
            given.add(name);
        }
    }

    /**
     * A page.
     *
     * @param target the number of the message that was jumped to; absent if none was
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record TimelinePage(
            List<TimelineMessage> messages,
            Map<String, Profile> authors,
            Map<String, TimelineMessage> referenced,
            boolean hasBefore,
            boolean hasAfter,
            @Nullable Long target) {}
}
