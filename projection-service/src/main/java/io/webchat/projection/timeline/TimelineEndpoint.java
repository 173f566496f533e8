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
    private final Profiles profiles;
    private final ReadAccess access;
    private final ViewFreshness freshness;

    TimelineEndpoint(TimelineRepository repository, Profiles profiles, ReadAccess access, ViewFreshness freshness) {
        this.repository = repository;
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
        freshness.await(TimelineRepository.VIEW, Partitioning.partitionOf(channelId.value()), caller);
        var page = page(channelId.toString(), before, after, limit);
        var authors = page.documents().stream().map(MessageDocument::authorId).collect(Collectors.toSet());
        return new TimelinePage(
                page.documents().stream().map(Message::of).toList(),
                profiles.find(authors, caller),
                page.hasBefore(),
                page.hasAfter());
    }

    private record Page(List<MessageDocument> documents, boolean hasBefore, boolean hasAfter) {}

    private Page page(String channel, @Nullable Long before, @Nullable Long after, int limit) {
        var head = repository.head(channel);
        long first;
        long last;
        if (after != null) {
            first = Math.min(head, after) + 1;
            last = Math.min(head, first + limit - 1);
        } else {
            last = before == null ? head : Math.min(head, before - 1);
            first = Math.max(1, last - limit + 1);
        }
        return new Page(repository.page(channel, first, last), first > 1, last < head);
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
