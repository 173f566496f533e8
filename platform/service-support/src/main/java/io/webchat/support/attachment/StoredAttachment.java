package io.webchat.support.attachment;

import io.webchat.domain.attachment.Attachment;
import io.webchat.domain.attachment.FileName;
import io.webchat.domain.attachment.ImageSize;
import io.webchat.domain.structure.AttachmentId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * What is stored about a file that was uploaded completely. Only what it is bound to ever changes.
 *
 * @param messageId the message that carries it, or is about to; absent while none is
 * @param boundAt since when; renewed, as is {@code claimId}, with each attempt to post the message
 * @param claimId of that attempt
 * @param fileId the name of its bytes in {@link AttachmentFiles}: one of its own for each attempt to upload them
 * @param sha256 of the bytes, in hexadecimal digits
 * @param width of the image, together with {@code height}
 * @param thumbnailType the content type of the thumbnail; absent if there is none
 */
@Document("attachments")
public record StoredAttachment(
        @Id String id,
        String channelId,
        String userId,
        @Nullable String messageId,
        @Nullable Instant boundAt,
        @Nullable String claimId,
        String fileId,
        String name,
        String contentType,
        long size,
        String sha256,
        @Nullable Integer width,
        @Nullable Integer height,
        @Nullable String thumbnailType,
        Instant uploadedAt) {

    /** The same, bound to a message by an attempt. */
    public StoredAttachment boundTo(String message, Instant at, String claim) {
        return new StoredAttachment(
                id,
                channelId,
                userId,
                message,
                at,
                claim,
                fileId,
                name,
                contentType,
                size,
                sha256,
                width,
                height,
                thumbnailType,
                uploadedAt);
    }

    /** As a message carries it. */
    public Attachment toAttachment() {
        var image = width == null || height == null ? null : new ImageSize(width, height);
        return new Attachment(
                AttachmentId.parse(id), new FileName(name), contentType, size, image, thumbnailType != null);
    }

    /** The name of the thumbnail's bytes. */
    public String thumbnailId() {
        return AttachmentFiles.thumbnailOf(fileId);
    }
}
