package io.webchat.projection.attachment;

import io.webchat.domain.message.MessageId;
import io.webchat.domain.structure.AttachmentId;
import io.webchat.domain.structure.ChannelId;
import io.webchat.projection.access.ReadAccess;
import io.webchat.projection.timeline.DeletedMessages;
import io.webchat.support.attachment.AttachmentFiles;
import io.webchat.support.attachment.FileGoneException;
import io.webchat.support.attachment.StoredAttachment;
import io.webchat.support.consistency.ConsistencyToken;
import io.webchat.support.problem.ProblemException;
import io.webchat.support.problem.ProblemType;
import io.webchat.support.token.AuthenticatedUser;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * Gives out a file, or its thumbnail, to whoever may read its channel; a part of it where {@code Range} asks for one.
 * To everybody else, and while no message carries it to all but its uploader, it does not exist.
 */
@RestController
class DownloadEndpoint {
    static final String PATH = "/api/channels/{channelId}/attachments/{attachmentId}";

    private static final Duration FOR_EVER = Duration.ofDays(365);

    private final ReadAccess access;
    private final AttachmentRepository attachments;
    private final AttachmentFiles files;
    private final DeletedMessages deleted;

    DownloadEndpoint(
            ReadAccess access, AttachmentRepository attachments, AttachmentFiles files, DeletedMessages deleted) {
        this.access = access;
        this.attachments = attachments;
        this.files = files;
        this.deleted = deleted;
    }

    @GetMapping(PATH)
    ResponseEntity<Resource> downloadAttachment(
            @PathVariable ChannelId channelId,
            @PathVariable AttachmentId attachmentId,
            AuthenticatedUser user,
            ConsistencyToken caller) {
        var found = find(channelId, attachmentId, user, caller);
        return answer(Presentation.of(found.contentType(), found.name()), found.sha256(), content(found));
    }

    @GetMapping(PATH + "/thumbnail")
    ResponseEntity<Resource> downloadThumbnail(
            @PathVariable ChannelId channelId,
            @PathVariable AttachmentId attachmentId,
            AuthenticatedUser user,
            ConsistencyToken caller) {
        var found = find(channelId, attachmentId, user, caller);
        var type = found.thumbnailType();
        if (type == null) {
            throw unknown();
        }
        return answer(Presentation.of(type, "thumbnail"), found.sha256() + "-thumbnail", thumbnail(found));
    }

    private StoredAttachment find(ChannelId channel, AttachmentId id, AuthenticatedUser user, ConsistencyToken caller) {
        var ignored = access.channel(channel, user, caller);
        return attachments
                .find(channel, id, user.userId())
                .filter(attachment -> !isGone(channel, attachment.messageId(), caller))
                .orElseThrow(DownloadEndpoint::unknown);
    }

    /** What a deleted message carried is gone with it, although its bytes may not be removed yet. */
    private boolean isGone(ChannelId channel, @Nullable String message, ConsistencyToken caller) {
        return message != null && deleted.contains(channel, MessageId.parse(message), caller);
    }

    private Resource content(StoredAttachment attachment) {
        try {
            return new StoredFile(files, attachment.fileId(), attachment.size());
        } catch (FileGoneException e) {
            throw unknown();
        }
    }

    private Resource thumbnail(StoredAttachment attachment) {
        try {
            return new ByteArrayResource(files.read(attachment.thumbnailId()));
        } catch (FileGoneException e) {
            throw unknown();
        }
    }

    private static ResponseEntity<Resource> answer(Presentation presentation, String tag, Resource content) {
        return ResponseEntity.ok()
                .contentType(presentation.contentType())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        presentation.disposition().toString())
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "sandbox; default-src 'none'")
                .cacheControl(CacheControl.maxAge(FOR_EVER).cachePrivate().immutable())
                .eTag(tag)
                .body(content);
    }

    private static ProblemException unknown() {
        return new ProblemException(
                ProblemType.UNKNOWN_ATTACHMENT, "There is no such attachment in this channel, or none for you.");
    }
}
