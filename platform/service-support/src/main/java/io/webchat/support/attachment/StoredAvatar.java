package io.webchat.support.attachment;

import io.webchat.domain.user.AvatarId;
import io.webchat.domain.user.UserId;
import java.time.Instant;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A picture of a person, small enough to be one document: it is there as a whole or not at all. Which one a person
 * shows is in the log.
 *
 * @param id see {@link #id}
 * @param image encoded, square
 * @param small the same for where little room is
 * @param storedAt when it was last stored, or its owner, who showed it, last changed their picture
 */
@Document("avatars")
public record StoredAvatar(
        @Id String id,
        String userId,
        String avatarId,
        String contentType,
        byte[] image,
        String smallContentType,
        byte[] small,
        Instant storedAt) {
    /** Two people who show the same picture have one each. */
    public static String id(UserId user, AvatarId avatar) {
        return user + "/" + avatar;
    }
}
