package io.webchat.projection.avatar;

import io.webchat.domain.user.AvatarId;
import io.webchat.domain.user.UserId;
import io.webchat.support.attachment.StoredAvatar;
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
 * Gives out pictures of people, to whoever is logged in, as profiles are. No view is asked: whoever has just been told
 * of a picture gets it, and a replaced one is there until it is swept.
 */
@RestController
class AvatarEndpoint {
    private final MongoOperations mongo;

    AvatarEndpoint(MongoOperations mongo) {
        this.mongo = mongo;
    }

    @GetMapping("/api/users/{userId}/avatars/{avatarId}")
    ResponseEntity<Resource> downloadAvatar(
            @PathVariable UserId userId, @PathVariable AvatarId avatarId, AuthenticatedUser user) {
        var avatar = find(userId, avatarId);
        return ImageAnswers.unchanging(avatar.avatarId(), avatar.contentType(), avatar.image());
    }

    @GetMapping("/api/users/{userId}/avatars/{avatarId}/small")
    ResponseEntity<Resource> downloadSmallAvatar(
            @PathVariable UserId userId, @PathVariable AvatarId avatarId, AuthenticatedUser user) {
        var avatar = find(userId, avatarId);
        return ImageAnswers.unchanging(avatar.avatarId(), avatar.smallContentType(), avatar.small());
    }

    private StoredAvatar find(UserId user, AvatarId id) {
        var avatar = mongo.findById(StoredAvatar.id(user, id), StoredAvatar.class);
        if (avatar == null) {
            throw new ProblemException(ProblemType.UNKNOWN_AVATAR, "The person shows another picture now, or none.");
        }
        return avatar;
    }
}
