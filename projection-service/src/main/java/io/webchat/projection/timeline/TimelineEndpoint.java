package io.webchat.projection.timeline;

import io.webchat.domain.structure.ChannelId;
import io.webchat.log.Partitioning;
import io.webchat.projection.access.ReadAccess;
import io.webchat.projection.consume.ViewFreshness;
import io.webchat.projection.profile.Profile;
import io.webchat.projection.profile.Profiles;
import io.webchat.support.consistency.ConsistencyToken;
import io.webchat.support.problem.ProblemException;
import io.webchat.support.token.AuthenticatedUser;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Answers with a page of a channel's messages, to members of its server. */
@RestController
class TimelineEndpoint {
    private final TimelineRepository repository;
    private final TimelineProjection projection;
    private final Profiles profiles;
    private final ReadAccess access;
    private final ViewFreshness freshness;

    TimelineEndpoint(
            TimelineRepository repository,
            TimelineProjection projection,
            Profiles profiles,
            ReadAccess access,
            ViewFreshness freshness) {
        this.repository = repository;
        this.projection = projection;
        this.profiles = profiles;
        this.access = access;
        this.freshness = freshness;
    }

    @GetMapping("/api/channels/{channelId}/messages")
    TimelinePage page(
            @PathVariable ChannelId channelId,
            @RequestParam(required = false) @Min(1) @Nullable Long before,
            @RequestParam(required = false) @Min(0) @Nullable Long after,
            @RequestParam(defaultValue = "50") @Min(1) @Max(100) int limit,
            AuthenticatedUser user,
            ConsistencyToken caller) {
        if (before != null && after != null) {
            throw ProblemException.invalid("after", "must not be given together with before");
        }
        var ignored = access.channel(channelId, user, caller);
        freshness.await(projection, Partitioning.partitionOf(channelId.value()), caller);
        return page(channelId.toString(), before, after, limit);
    }

    private TimelinePage page(String channel, @Nullable Long before, @Nullable Long after, int limit) {
        var head = repository.head(channel);
        var first = after != null ? after + 1 : Math.max(1, end(before, head) - limit + 1);
        var last = after != null ? Math.min(head, after + limit) : end(before, head);
        var documents = first > last ? List.<MessageDocument>of() : repository.page(channel, first, last);
        var authors =
                profiles.find(documents.stream().map(MessageDocument::authorId).collect(Collectors.toSet()));
        return new TimelinePage(
                documents.stream().map(Message::of).toList(), authors, first > 1 && head > 0, last < head);
    }

    private static long end(@Nullable Long before, long head) {
        return before == null ? head : Math.min(head, before - 1);
    }

    record TimelinePage(List<Message> messages, Map<String, Profile> authors, boolean hasBefore, boolean hasAfter) {}

    record Message(long number, String messageId, String channelId, String authorId, String content, Instant at) {
        static Message of(MessageDocument document) {
            return new Message(
                    document.number(),
                    document.messageId(),
                    document.channelId(),
                    document.authorId(),
                    document.content(),
                    document.at());
        }
    }
}
