package io.webchat.projection.attachment;

import io.webchat.domain.structure.AttachmentId;
import io.webchat.domain.structure.ChannelId;
import io.webchat.domain.user.UserId;
import io.webchat.support.attachment.StoredAttachment;
import java.util.Optional;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;

@Component
class AttachmentRepository {
    private final MongoOperations mongo;

    AttachmentRepository(MongoOperations mongo) {
        this.mongo = mongo;
    }

    /** An attachment of a channel, as one of its readers sees it: carried by a message, or uploaded by themselves. */
    Optional<StoredAttachment> find(ChannelId channel, AttachmentId id, UserId reader) {
        return Optional.ofNullable(mongo.findById(id.toString(), StoredAttachment.class))
                .filter(attachment -> attachment.channelId().equals(channel.toString()))
                .filter(attachment ->
                        attachment.messageId() != null || attachment.userId().equals(reader.toString()));
    }
}
