package io.webchat.projection.timeline;

import io.webchat.domain.message.MessageId;
import io.webchat.domain.structure.ChannelId;
import io.webchat.domain.structure.Permission;
import io.webchat.domain.structure.ServerId;
import io.webchat.domain.user.UserId;
import io.webchat.projection.access.ReadAccess;
import io.webchat.projection.consume.ViewFreshness;
import io.webchat.support.consistency.ConsistencyToken;
import io.webchat.support.token.AuthenticatedUser;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Tells moderators what somebody wrote lately, member or not, in the channels whose messages they manage. */
@RestController
class WrittenByEndpoint {
    private final TimelineRepository repository;
    private final ReadAccess access;
    private final ViewFreshness freshness;

    WrittenByEndpoint(TimelineRepository repository, ReadAccess access, ViewFreshness freshness) {
        this.repository = repository;
        this.access = access;
        this.freshness = freshness;
    }

    @GetMapping("/api/servers/{serverId}/messages/by/{authorId}")
    Written listMessagesBy(
            @PathVariable ServerId serverId,
            @PathVariable UserId authorId,
            @RequestParam Instant since,
            @RequestParam(required = false) @Nullable Instant until,
            @RequestParam(defaultValue = "100") @Min(1) @Max(100) int limit,
            AuthenticatedUser user,
            ConsistencyToken caller) {
        var server = access.server(serverId, user, caller).server();
        freshness.await(TimelineRepository.VIEW, caller);
        var managed = server.channels().keySet().stream()
                .filter(channel -> server.permissionsIn(channel, user.userId()).contains(Permission.MANAGE_MESSAGES))
                .toList();
        return new Written(repository.writtenBy(authorId, managed, since, until, limit).stream()
                .map(document -> new Place(
                        document.message().channelId(), document.message().id()))
                .toList());
    }

    record Written(List<Place> messages) {}

    record Place(ChannelId channelId, MessageId messageId) {}
}
