package io.webchat.projection.icon;

import io.webchat.domain.structure.AttachmentId;
import io.webchat.domain.structure.Server;
import io.webchat.support.attachment.StoredIcon;
import io.webchat.support.image.ImageAnswers;
import io.webchat.support.problem.ProblemException;
import io.webchat.support.problem.ProblemType;
import org.springframework.core.io.Resource;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/**
 * The icon that a server shows now, for those who may see it. Which one that is, is known from the log itself: as soon
 * as it is replaced it does not exist any more, although its bytes may not be removed yet.
 */
@Component
public class Icons {
    private final MongoOperations mongo;

    Icons(MongoOperations mongo) {
        this.mongo = mongo;
    }

    /** Throws {@code unknown-icon} (404) if the server shows another one, or none. */
    public ResponseEntity<Resource> download(Server server, AttachmentId iconId) {
        var icon = iconId.equals(server.iconId()) ? mongo.findById(iconId.toString(), StoredIcon.class) : null;
        if (icon == null) {
            throw new ProblemException(ProblemType.UNKNOWN_ICON, "The server shows another icon now, or none.");
        }
        return ImageAnswers.unchanging(icon.id(), icon.contentType(), icon.image());
    }
}
