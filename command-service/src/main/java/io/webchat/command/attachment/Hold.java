package io.webchat.command.attachment;

import io.webchat.support.attachment.StoredAttachment;
import java.time.Instant;

/**
 * A file that takes room and that no message carries yet: uploading, uploaded, broken off, or on its way out.
 *
 * @param fileId the name of its bytes
 * @param since from when it is counted whether it is kept for too long; {@link #DISCARDED} if it goes in any case
 */
record Hold(String userId, String fileId, String attachmentId, Instant since) {
    /** Of a file whose message, or channel, was deleted. */
    static final Instant DISCARDED = Instant.EPOCH;

    static Hold of(StoredAttachment attachment, Instant since) {
        return new Hold(attachment.userId(), attachment.fileId(), attachment.id(), since);
    }

    boolean isDiscarded() {
        return since.equals(DISCARDED);
    }
}
