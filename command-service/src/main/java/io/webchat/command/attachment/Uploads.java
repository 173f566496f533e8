package io.webchat.command.attachment;

import io.webchat.domain.attachment.Attachment;
import io.webchat.log.Ids;
import io.webchat.support.attachment.AttachmentFiles;
import io.webchat.support.attachment.StoredAttachment;
import io.webchat.support.image.ContentTypes;
import io.webchat.support.image.Images;
import io.webchat.support.image.Picture;
import io.webchat.support.problem.ProblemException;
import io.webchat.support.problem.ProblemType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Stores what is uploaded. The first complete upload under an id is the file; the same bytes again, by the same user to
 * the same channel, are answered with it, and anything else is refused. Attempts under one id do not disturb each
 * other: each stores its bytes under a name of its own.
 */
@Component
class Uploads {
    private final AttachmentRepository attachments;
    private final AttachmentFiles files;
    private final StorageLedger ledger;
    private final Removal removal;
    private final Images images;

    Uploads(
            AttachmentRepository attachments,
            AttachmentFiles files,
            StorageLedger ledger,
            Removal removal,
            Images images) {
        this.attachments = attachments;
        this.files = files;
        this.ledger = ledger;
        this.removal = removal;
        this.images = images;
    }

    /**
     * Takes a file in.
     *
     * @param declared how long the body says it is; negative if it does not say
     * @throws ProblemException {@code already-exists}, {@code quota-exceeded}, {@code limit-reached}
     */
    Attachment take(Upload upload, long declared, InputStream body) throws IOException {
        var known = attachments.find(upload.id());
        if (known.isPresent()) {
            return again(upload, known.get(), body);
        }
        var hold = new Hold(
                upload.user().toString(), Ids.fresh().toString(), upload.id().toString(), upload.at());
        ledger.open(hold);
        attachments.file(upload.channel(), upload.server());
        try {
            return store(upload, hold, new UploadBody(body, declared, bytes -> ledger.take(hold, bytes)));
        } catch (IOException | RuntimeException e) {
            removeNow(hold, e);
            throw e;
        }
    }

    private Attachment store(Upload upload, Hold hold, UploadBody body) throws IOException {
        files.store(hold.fileId(), body);
        if (body.count() == 0) {
            throw ProblemException.invalid("body", "must not be empty");
        }
        ledger.giveBack(hold, body.spare());
        var contentType = ContentTypes.of(body.head());
        var picture = images.look(contentType, () -> files.open(hold.fileId()));
        var thumbnail = picture == null ? null : picture.thumbnail();
        if (thumbnail != null) {
            files.storeThumbnail(hold.fileId(), new ByteArrayInputStream(thumbnail.bytes()));
        }
        var stored = document(upload, hold, body, contentType, picture);
        var first = attachments.insertOrFind(stored);
        if (first.fileId().equals(hold.fileId())) {
            return stored.toAttachment();
        }
        removeNow(hold, null);
        return same(upload, first, stored.sha256());
    }

    private static StoredAttachment document(
            Upload upload, Hold hold, UploadBody body, String contentType, @Nullable Picture picture) {
        var thumbnail = picture == null ? null : picture.thumbnail();
        return new StoredAttachment(
                hold.attachmentId(),
                upload.channel().toString(),
                hold.userId(),
                null,
                null,
                null,
                hold.fileId(),
                upload.name().value(),
                contentType,
                body.count(),
                body.sha256Hex(),
                picture == null ? null : picture.size().width(),
                picture == null ? null : picture.size().height(),
                thumbnail == null ? null : thumbnail.contentType(),
                upload.at());
    }

    /** Reads the body without storing it. */
    private static Attachment again(Upload upload, StoredAttachment known, InputStream content) throws IOException {
        requireSameOwner(upload, known);
        var body = new UploadBody(content, 0, bytes -> {});
        body.transferTo(OutputStream.nullOutputStream());
        return same(upload, known, body.sha256Hex());
    }

    private static Attachment same(Upload upload, StoredAttachment known, String sha256) {
        requireSameOwner(upload, known);
        if (!known.sha256().equals(sha256)) {
            throw taken();
        }
        return known.toAttachment();
    }

    private static void requireSameOwner(Upload upload, StoredAttachment known) {
        if (!known.userId().equals(upload.user().toString())
                || !known.channelId().equals(upload.channel().toString())) {
            throw taken();
        }
    }

    private static ProblemException taken() {
        return new ProblemException(ProblemType.ALREADY_EXISTS, "There is already another attachment with this id.");
    }

    /** What cannot be removed now is still in the ledger, and the sweep tries again. */
    private void removeNow(Hold hold, @Nullable Exception cause) {
        try {
            removal.remove(hold);
        } catch (DataAccessException e) {
            if (cause != null) {
                cause.addSuppressed(e);
            }
        }
    }
}
