package io.webchat.projection.icon;

import io.webchat.domain.structure.AttachmentId;
import io.webchat.domain.structure.ServerId;
import io.webchat.projection.access.ReadAccess;
import io.webchat.support.attachment.StoredIcon;
import io.webchat.support.consistency.ConsistencyToken;
import io.webchat.support.image.ImageAnswers;
import io.webchat.support.problem.ProblemException;
import io.webchat.support.problem.ProblemType;
import io.webchat.support.token.AuthenticatedUser;
import org.springframework.core.io.Resource;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * Gives out the icon that a server shows now, to its members. Which one that is, is known from the log itself: as soon
 * as it is replaced it does not exist any more, although its bytes may not be removed yet.
 */
@RestController
class IconEndpoint {
    private final ReadAccess access;
    private final MongoOperations mongo;

    IconEndpoint(ReadAccess access, MongoOperations mongo) {
        this.access = access;
        this.mongo = mongo;
    }

    @GetMapping("/api/servers/{serverId}/icons/{iconId}")
    ResponseEntity<Resource> downloadServerIcon(
            @PathVariable ServerId serverId,
            @PathVariable AttachmentId iconId,
            AuthenticatedUser user,
            ConsistencyToken caller) {
        var server = access.server(serverId, user, caller).server();
        var icon = iconId.equals(server.iconId()) ? mongo.findById(iconId.toString(), StoredIcon.class) : null;
        if (icon == null) {
            throw new ProblemException(ProblemType.UNKNOWN_ICON, "The server shows another icon now, or none.");
        }
        return ImageAnswers.unchanging(icon.id(), icon.contentType(), icon.image());
    }
}
