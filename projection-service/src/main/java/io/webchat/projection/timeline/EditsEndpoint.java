package io.webchat.projection.timeline;

import io.webchat.domain.Rejection;
import io.webchat.domain.Rejection.Reason;
import io.webchat.domain.message.MessageId;
import io.webchat.domain.structure.ChannelId;
import io.webchat.domain.structure.Permission;
import io.webchat.log.Partitioning;
import io.webchat.projection.access.ReadAccess;
import io.webchat.projection.consume.ViewFreshness;
import io.webchat.projection.timeline.EditsDocument.Version;
import io.webchat.support.consistency.ConsistencyToken;
import io.webchat.support.problem.ProblemException;
import io.webchat.support.token.AuthenticatedUser;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * Answers with all that a message has said, to its author and to those who manage the messages of its channel. Nobody
 * learns what a deleted one said.
 */
@RestController
class EditsEndpoint {
    private final TimelineRepository repository;
    private final ReadAccess access;
    private final ViewFreshness freshness;

    EditsEndpoint(TimelineRepository repository, ReadAccess access, ViewFreshness freshness) {
        this.repository = repository;
        this.access = access;
        this.freshness = freshness;
    }

    @GetMapping("/api/channels/{channelId}/messages/{messageId}/edits")
    Edits listEdits(
            @PathVariable ChannelId channelId,
            @PathVariable MessageId messageId,
            AuthenticatedUser user,
            ConsistencyToken caller) {
        var server = access.channel(channelId, user, caller).server();
        freshness.await(TimelineRepository.VIEW, Partitioning.partitionOf(channelId.value()), caller);
        var document = repository.find(channelId, List.of(messageId)).get(messageId);
        if (document == null || document.message().isDeleted()) {
            throw ProblemException.rejected(
                    new Rejection(Reason.UNKNOWN_MESSAGE, "There is no such message in this channel, or no longer."));
        }
        var message = document.message();
        if (!message.authorId().equals(user.userId())
                && !server.permissionsIn(channelId, user.userId()).contains(Permission.MANAGE_MESSAGES)) {
            throw ProblemException.rejected(new Rejection(
                    Reason.MISSING_PERMISSION,
                    "Somebody else's edits need the permission \"" + Permission.MANAGE_MESSAGES.slug()
                            + "\", which you lack."));
        }
        // What was edited since the message was read is not told: the message would have to be read again.
        var former = repository.edits(List.of(Numbered.id(channelId, messageId))).values().stream()
                .map(EditsDocument::former)
                .flatMap(List::stream)
                .filter(version -> version.revision() < message.revision());
        return new Edits(Stream.concat(former, Stream.of(Version.of(message))).toList());
    }

    /** @param versions in their order, the present one last */
    record Edits(List<Version> versions) {}
}
